import { BackupKey } from 'backstage-plugin-velero-common';

/** As `cluster/namespace/name`, for the address bar. None of the three may hold a slash in Kubernetes. */
export function backupKeyToText(key: BackupKey): string {
  return [key.cluster, key.veleroNamespace, key.name].join('/');
}

export function backupKeyFromText(
  text: string | undefined | null,
): BackupKey | undefined {
  const [cluster, veleroNamespace, name, ...rest] = text?.split('/') ?? [];
  return cluster && veleroNamespace && name && rest.length === 0
    ? { cluster, veleroNamespace, name }
    : undefined;
}
