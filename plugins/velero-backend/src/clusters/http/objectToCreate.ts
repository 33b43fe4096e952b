import { CreatableResource, CreateOptions } from '../ClusterConnection';

const KINDS: Record<CreatableResource, string> = {
  backups: 'Backup',
  downloadrequests: 'DownloadRequest',
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
