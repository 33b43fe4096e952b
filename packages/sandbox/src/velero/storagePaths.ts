import { BackupStorageLocation } from './VeleroObjects';

/** The folder that holds all backups of a location. */
export function backupsPath({ spec }: BackupStorageLocation): string {
  const prefix = prefixOf(spec?.objectStorage?.prefix);
  return prefix ? `${prefix}/backups` : 'backups';
}

export function backupPath(
  location: BackupStorageLocation,
  name: string,
): string {
  return `${backupsPath(location)}/${name}`;
}

/** Slashes at both ends do not count. */
export function prefixOf(prefix = ''): string {
  return prefix.replace(/^\/+|\/+$/g, '');
}
