import {
  CreatableResource,
  CreateOptions,
  CreateSecretOptions,
} from '../ClusterConnection';

const KINDS: Record<CreatableResource, string> = {
  backups: 'Backup',
  backupstoragelocations: 'BackupStorageLocation',
  downloadrequests: 'DownloadRequest',
  restores: 'Restore',
  schedules: 'Schedule',
  serverstatusrequests: 'ServerStatusRequest',
};

/** The object as an API server takes it. */
export function objectToCreate(options: CreateOptions): object {
  const { resource, namespace, name, labels, annotations, spec } = options;
  return {
    apiVersion: 'velero.io/v1',
    kind: KINDS[resource],
    metadata: { namespace, name, labels, annotations },
    spec,
  };
}

/** The Secret as an API server takes it. */
export function secretToCreate(options: CreateSecretOptions): object {
  const { namespace, name, labels, annotations, data } = options;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { namespace, name, labels, annotations },
    type: 'Opaque',
    // Whoever may change Secrets must not be able to lead a location elsewhere under the portal's name.
    immutable: true,
    data: Object.fromEntries(
      Object.entries(data).map(([key, text]) => [
        key,
        Buffer.from(text, 'utf8').toString('base64'),
      ]),
    ),
  };
}
