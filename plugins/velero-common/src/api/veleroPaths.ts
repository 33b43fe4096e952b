import { parseEntityRef } from '@backstage/catalog-model';
import { BackupKey } from './types';

/** Paths of the backend for what has a name: names come from clusters and addresses, and are no part of the path. */

export function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/entities/by-name/${segments(kind, namespace, name)}`;
}

export function drillSchedulePath(entityRef: string): string {
  return `${entityPath(entityRef)}/drill-schedule`;
}

export function offboardPath(tenant: string): string {
  return `/tenants/${segments(tenant)}/offboard`;
}

export function operationPath(id: string): string {
  return `/operations/${segments(id)}`;
}

export function requestPath(id: string): string {
  return `/restore-requests/${segments(id)}`;
}

export function locationPath(key: BackupKey): string {
  const { cluster, veleroNamespace, name } = key;
  return `/locations/${segments(cluster, veleroNamespace, name)}`;
}

export function backupPath(key: BackupKey): string {
  return runPath('backups', key);
}

export function restorePath(key: BackupKey): string {
  return runPath('restores', key);
}

function runPath(
  kind: 'backups' | 'restores',
  { cluster, veleroNamespace, name }: BackupKey,
): string {
  return `/clusters/${segments(cluster)}/${kind}/${segments(
    veleroNamespace,
    name,
  )}`;
}

function segments(...names: string[]): string {
  return names.map(encodeURIComponent).join('/');
}
