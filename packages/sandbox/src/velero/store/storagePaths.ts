import { BackupStorageLocation } from '../VeleroObjects';

/** Where a location keeps its things in its bucket: empty, or with a slash at the end. */
export function rootOf({ spec }: BackupStorageLocation): string {
  const prefix = (spec?.objectStorage?.prefix ?? '').replace(/^\/+|\/+$/g, '');
  return prefix ? `${prefix}/` : '';
}

/** A backup's folder below the root of its location. */
export function backupPath(name: string): string {
  return `backups/${name}`;
}

export function restorePath(name: string): string {
  return `restores/${name}`;
}

/** The Backup itself, as sync makes an object of it. */
export function metadataPath(name: string): string {
  return `${backupPath(name)}/velero-backup.json`;
}

/** What can be restored. */
export function contentsPath(name: string): string {
  return `${backupPath(name)}/${name}.tar.gz`;
}
