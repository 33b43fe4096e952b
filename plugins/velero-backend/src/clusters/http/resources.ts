import { resourceName, ServedKind } from 'backstage-plugin-velero-common';
import {
  ListedResource,
  ReadableResource,
  RemovableResource,
  WatchedResource,
} from '../ClusterConnection';

/** All resources that the portal speaks about. */
export type KnownResource =
  | ListedResource
  | ReadableResource
  | RemovableResource;

interface ResourceLocation {
  apiPath: string;
  /** As Kubernetes writes it in RBAC. */
  fullName: string;
  namespaced: boolean;
}

export const VELERO_API_PATH = '/apis/velero.io/v1';

const RESOURCES: Record<KnownResource, ResourceLocation> = {
  backups: velero('backups'),
  schedules: velero('schedules'),
  restores: velero('restores'),
  backupstoragelocations: velero('backupstoragelocations'),
  downloadrequests: velero('downloadrequests'),
  serverstatusrequests: velero('serverstatusrequests'),
  namespaces: {
    apiPath: '/api/v1',
    fullName: 'namespaces',
    namespaced: false,
  },
  nodes: { apiPath: '/api/v1', fullName: 'nodes', namespaced: false },
  services: { apiPath: '/api/v1', fullName: 'services', namespaced: true },
  ingresses: {
    apiPath: '/apis/networking.k8s.io/v1',
    fullName: 'ingresses.networking.k8s.io',
    namespaced: true,
  },
  resourcequotas: {
    apiPath: '/api/v1',
    fullName: 'resourcequotas',
    namespaced: true,
  },
  storageclasses: {
    apiPath: '/apis/storage.k8s.io/v1',
    fullName: 'storageclasses.storage.k8s.io',
    namespaced: false,
  },
  deployments: apps('deployments'),
  daemonsets: apps('daemonsets'),
  configmaps: { apiPath: '/api/v1', fullName: 'configmaps', namespaced: true },
  secrets: { apiPath: '/api/v1', fullName: 'secrets', namespaced: true },
};

export const VELERO_RESOURCES: WatchedResource[] = [
  'backups',
  'schedules',
  'restores',
  'backupstoragelocations',
];

function velero(resource: KnownResource): ResourceLocation {
  return {
    apiPath: VELERO_API_PATH,
    fullName: `${resource}.velero.io`,
    namespaced: true,
  };
}

function apps(resource: KnownResource): ResourceLocation {
  return {
    apiPath: '/apis/apps/v1',
    fullName: `${resource}.apps`,
    namespaced: true,
  };
}

/** Where a collection is; a namespace counts only for resources that live in one. */
export function collectionPath(
  resource: KnownResource,
  namespace?: string,
): string {
  const { apiPath, namespaced } = RESOURCES[resource];
  const scope =
    namespaced && namespace
      ? `/namespaces/${encodeURIComponent(namespace)}`
      : '';
  return `${apiPath}${scope}/${resource}`;
}

/** How RBAC names a resource. */
export function groupAndResource(resource: KnownResource): {
  group: string;
  resource: string;
} {
  const [, ...group] = RESOURCES[resource].fullName.split('.');
  return { group: group.join('.'), resource };
}

/** Where one object is. */
export function objectPath(
  resource: KnownResource,
  namespace: string,
  name: string,
): string {
  return `${collectionPath(resource, namespace)}/${encodeURIComponent(name)}`;
}

/** Where the objects of any kind are. */
export function kindPath(
  { group, version = 'v1', resource }: ServedKind,
  namespace?: string,
): string {
  const parts = [
    ...(group ? ['apis', group] : ['api']),
    version,
    ...(namespace ? ['namespaces', namespace] : []),
    resource,
  ];
  return `/${parts.map(encodeURIComponent).join('/')}`;
}

/** What a request needs to be allowed, for messages. */
export interface Right {
  verb: 'get' | 'list' | 'watch' | 'create' | 'patch' | 'delete';
  /** As Kubernetes writes it in RBAC. */
  resource: string;
  /** Such as `in all namespaces`; absent for what lives in none. */
  where?: string;
}

export function rightTo(
  verb: Right['verb'],
  resource: KnownResource,
  namespace?: string,
): Right {
  const { fullName, namespaced } = RESOURCES[resource];
  const where = namespace ? `in namespace ${namespace}` : 'in all namespaces';
  return { verb, resource: fullName, ...(namespaced && { where }) };
}

export function rightToList(kind: ServedKind, namespace?: string): Right {
  const resource = resourceName(kind);
  const where = namespace ? `in namespace ${namespace}` : 'in all namespaces';
  return { verb: 'list', resource, ...(kind.namespaced && { where }) };
}

export function describeRight({ verb, resource, where }: Right): string {
  return [verb, resource, where].filter(Boolean).join(' ');
}
