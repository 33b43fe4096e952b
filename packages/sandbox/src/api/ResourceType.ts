/** One resource that an API server serves. */
export interface ResourceType {
  group: string;
  version: string;
  plural: string;
  kind: string;
  namespaced: boolean;
  shortNames?: string[];
  verbs: string[];
  /** Defined by a CustomResourceDefinition, which makes for small differences on the wire. */
  custom: boolean;
}

/** The plural names of all resources that a simulated cluster serves; they are unique over its groups. */
export type ResourceName =
  | 'namespaces'
  | 'secrets'
  | 'configmaps'
  | 'deployments'
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

const CRUD_VERBS = [
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'create',
  'update',
  'watch',
];

function core(
  plural: ResourceName,
  kind: string,
  options: { shortName?: string; namespaced?: boolean } = {},
): ResourceType {
  return {
    group: '',
    version: 'v1',
    plural,
    kind,
    namespaced: options.namespaced ?? true,
    ...(options.shortName && { shortNames: [options.shortName] }),
    verbs: CRUD_VERBS,
    custom: false,
  };
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
    verbs: CRUD_VERBS,
    custom: true,
  };
}

export const RESOURCE_TYPES: readonly ResourceType[] = [
  core('configmaps', 'ConfigMap', { shortName: 'cm' }),
  core('namespaces', 'Namespace', { shortName: 'ns', namespaced: false }),
  core('secrets', 'Secret'),
  {
    group: 'apps',
    version: 'v1',
    plural: 'deployments',
    kind: 'Deployment',
    namespaced: true,
    shortNames: ['deploy'],
    verbs: ['get', 'list', 'watch'],
    custom: false,
  },
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
