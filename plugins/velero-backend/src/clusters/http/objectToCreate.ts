import { CreateOptions, RequestResource } from '../ClusterConnection';

const KINDS: Record<RequestResource, string> = {
  downloadrequests: 'DownloadRequest',
};

/** The object as an API server takes it. */
export function objectToCreate(options: CreateOptions): object {
  const { resource, namespace, name, labels, spec } = options;
  return {
    apiVersion: 'velero.io/v1',
    kind: KINDS[resource],
    metadata: { namespace, name, labels },
    spec,
  };
}
