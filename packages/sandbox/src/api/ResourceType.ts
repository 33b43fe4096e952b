/** One resource that an API server serves. */
export interface ResourceType {
  group: string;
  version: string;
  plural: string;
  kind: string;
  namespaced: boolean;
  shortNames?: string[];
  categories?: string[];
  verbs: string[];
  /** Defined by a CustomResourceDefinition, which makes for small differences on the wire. */
  custom: boolean;
  /** Has a status that is written apart from the rest. Velero's own kinds have not. */
  statusApart?: boolean;
  /** Counts changes of its spec. Custom resources always count changes of anything but metadata. */
  generation?: boolean;
}

/** The plural names of all resources that a simulated cluster serves; they are unique over its groups. */
export type ResourceName =
  | 'configmaps'
  | 'events'
  | 'limitranges'
  | 'namespaces'
  | 'persistentvolumeclaims'
  | 'persistentvolumes'
  | 'pods'
  | 'resourcequotas'
  | 'secrets'
  | 'serviceaccounts'
  | 'services'
  | 'daemonsets'
  | 'deployments'
  | 'statefulsets'
  | 'ingresses'
  | 'storageclasses'
  | 'clusterrolebindings'
  | 'clusterroles'
  | 'rolebindings'
  | 'roles'
  | 'customresourcedefinitions'
  | 'selfsubjectaccessreviews'
  | 'selfsubjectrulesreviews'
  | 'subjectaccessreviews'
  | 'selfsubjectreviews'
  | VeleroResourceName;

export type VeleroResourceName =
  | 'backups'
  | 'restores'
  | 'schedules'
  | 'backupstoragelocations'
  | 'volumesnapshotlocations'
  | 'deletebackuprequests'
  | 'downloadrequests'
  | 'serverstatusrequests'
  | 'podvolumebackups'
  | 'podvolumerestores'
  | 'backuprepositories'
  | 'datauploads'
  | 'datadownloads';

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

/** The same verbs in the order in which discovery names them for custom resources. */
const CUSTOM_VERBS = [
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'create',
  'update',
  'watch',
];

type Extras = Partial<
  Omit<ResourceType, 'group' | 'version' | 'plural' | 'kind' | 'custom'>
>;

/** Makes the resources of one built-in group. */
function builtIn(group: string) {
  return (
    plural: ResourceName,
    kind: string,
    extras: Extras = {},
  ): ResourceType => ({
    group,
    version: 'v1',
    plural,
    kind,
    namespaced: true,
    verbs: VERBS,
    custom: false,
    ...extras,
  });
}

function velero(
  plural: VeleroResourceName,
  kind: string,
  options: { shortName?: string; version?: string } = {},
): ResourceType {
  return {
    group: 'velero.io',
    version: options.version ?? 'v1',
    plural,
    kind,
    namespaced: true,
    ...(options.shortName && { shortNames: [options.shortName] }),
    verbs: CUSTOM_VERBS,
    custom: true,
  };
}

const core = builtIn('');
const apps = builtIn('apps');
const rbac = builtIn('rbac.authorization.k8s.io');
const ALL = ['all'];
const WORKLOAD = { categories: ALL, statusApart: true, generation: true };
const CLUSTER = { namespaced: false };

/** What is asked by creating it and never stored. */
const REVIEW = { namespaced: false, verbs: ['create'] };
const authorization = builtIn('authorization.k8s.io');

export const RESOURCE_TYPES: readonly ResourceType[] = [
  core('configmaps', 'ConfigMap', { shortNames: ['cm'] }),
  core('events', 'Event', { shortNames: ['ev'] }),
  core('limitranges', 'LimitRange', { shortNames: ['limits'] }),
  core('namespaces', 'Namespace', {
    shortNames: ['ns'],
    namespaced: false,
    verbs: VERBS.filter(verb => verb !== 'deletecollection'),
    statusApart: true,
  }),
  core('persistentvolumeclaims', 'PersistentVolumeClaim', {
    shortNames: ['pvc'],
    statusApart: true,
  }),
  core('persistentvolumes', 'PersistentVolume', {
    shortNames: ['pv'],
    namespaced: false,
    statusApart: true,
  }),
  core('pods', 'Pod', { shortNames: ['po'], ...WORKLOAD }),
  core('resourcequotas', 'ResourceQuota', {
    shortNames: ['quota'],
    statusApart: true,
  }),
  core('secrets', 'Secret'),
  core('serviceaccounts', 'ServiceAccount', { shortNames: ['sa'] }),
  core('services', 'Service', {
    shortNames: ['svc'],
    categories: ALL,
    statusApart: true,
  }),
  apps('daemonsets', 'DaemonSet', { shortNames: ['ds'], ...WORKLOAD }),
  apps('deployments', 'Deployment', {
    shortNames: ['deploy'],
    ...WORKLOAD,
  }),
  apps('statefulsets', 'StatefulSet', {
    shortNames: ['sts'],
    ...WORKLOAD,
  }),
  builtIn('authentication.k8s.io')(
    'selfsubjectreviews',
    'SelfSubjectReview',
    REVIEW,
  ),
  authorization('selfsubjectaccessreviews', 'SelfSubjectAccessReview', REVIEW),
  authorization('selfsubjectrulesreviews', 'SelfSubjectRulesReview', REVIEW),
  authorization('subjectaccessreviews', 'SubjectAccessReview', REVIEW),
  builtIn('networking.k8s.io')('ingresses', 'Ingress', {
    shortNames: ['ing'],
    statusApart: true,
    generation: true,
  }),
  builtIn('storage.k8s.io')('storageclasses', 'StorageClass', {
    shortNames: ['sc'],
    ...CLUSTER,
  }),
  rbac('clusterrolebindings', 'ClusterRoleBinding', CLUSTER),
  rbac('clusterroles', 'ClusterRole', CLUSTER),
  rbac('rolebindings', 'RoleBinding'),
  rbac('roles', 'Role'),
  builtIn('apiextensions.k8s.io')(
    'customresourcedefinitions',
    'CustomResourceDefinition',
    {
      shortNames: ['crd', 'crds'],
      categories: ['api-extensions'],
      namespaced: false,
      statusApart: true,
      generation: true,
    },
  ),
  velero('backuprepositories', 'BackupRepository'),
  velero('backups', 'Backup'),
  velero('backupstoragelocations', 'BackupStorageLocation', {
    shortName: 'bsl',
  }),
  velero('deletebackuprequests', 'DeleteBackupRequest'),
  velero('downloadrequests', 'DownloadRequest'),
  velero('podvolumebackups', 'PodVolumeBackup'),
  velero('podvolumerestores', 'PodVolumeRestore'),
  velero('restores', 'Restore'),
  velero('schedules', 'Schedule'),
  velero('serverstatusrequests', 'ServerStatusRequest', { shortName: 'ssr' }),
  velero('volumesnapshotlocations', 'VolumeSnapshotLocation', {
    shortName: 'vsl',
  }),
  velero('datadownloads', 'DataDownload', { version: 'v2alpha1' }),
  velero('datauploads', 'DataUpload', { version: 'v2alpha1' }),
];

const BY_PLURAL = new Map(RESOURCE_TYPES.map(type => [type.plural, type]));

/** The resource of that plural name, in whichever group. */
export function resourceTypeOf(name: ResourceName): ResourceType {
  const type = BY_PLURAL.get(name);
  if (!type) {
    throw new Error(`A simulated cluster has no resource '${name}'`);
  }
  return type;
}

/** `backups.velero.io`, or `secrets` for the core group. */
export function qualifiedName(type: ResourceType, subresource?: string) {
  const resource = subresource ? `${type.plural}/${subresource}` : type.plural;
  return type.group ? `${resource}.${type.group}` : resource;
}

/** `velero.io/v1`, or `v1` for the core group. */
export function apiVersionOf(type: ResourceType): string {
  return type.group ? `${type.group}/${type.version}` : type.version;
}
