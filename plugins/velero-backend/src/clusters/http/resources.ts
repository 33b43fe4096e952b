import { WatchedResource } from '../ClusterConnection';

interface ResourceLocation {
  apiPath: string;
  /** As Kubernetes writes it in RBAC. */
  fullName: string;
  namespaced: boolean;
}

export const VELERO_API_PATH = '/apis/velero.io/v1';

const RESOURCES: Record<WatchedResource, ResourceLocation> = {
  backups: velero('backups'),
  schedules: velero('schedules'),
  backupstoragelocations: velero('backupstoragelocations'),
  namespaces: {
    apiPath: '/api/v1',
    fullName: 'namespaces',
    namespaced: false,
  },
};

export const VELERO_RESOURCES: WatchedResource[] = [
  'backups',
  'schedules',
  'backupstoragelocations',
];

function velero(resource: WatchedResource): ResourceLocation {
  return {
    apiPath: VELERO_API_PATH,
    fullName: `${resource}.velero.io`,
    namespaced: true,
  };
}

/** Where a collection is; a namespace counts only for resources that live in one. */
export function collectionPath(
  resource: WatchedResource,
  namespace?: string,
): string {
  const { apiPath, namespaced } = RESOURCES[resource];
  const scope =
    namespaced && namespace
      ? `/namespaces/${encodeURIComponent(namespace)}`
      : '';
  return `${apiPath}${scope}/${resource}`;
}

/** Says in words what a request does, as the name of the right that it needs. */
export function describeRight(options: {
  verb: 'get' | 'list' | 'watch';
  resource: WatchedResource;
  namespace?: string;
}): string {
  const { fullName, namespaced } = RESOURCES[options.resource];
  const what = `${options.verb} ${fullName}`;
  if (!namespaced) {
    return what;
  }
  return options.namespace
    ? `${what} in namespace ${options.namespace}`
    : `${what} in all namespaces`;
}
