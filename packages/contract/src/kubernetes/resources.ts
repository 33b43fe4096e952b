/** The API group and version of each resource that cases touch, by its plural name; '' is the core group. */
const API_VERSIONS = {
  namespaces: 'v1',
  configmaps: 'v1',
  secrets: 'v1',
  services: 'v1',
  serviceaccounts: 'v1',
  pods: 'v1',
  persistentvolumeclaims: 'v1',
  resourcequotas: 'v1',
  daemonsets: 'apps/v1',
  deployments: 'apps/v1',
  storageclasses: 'storage.k8s.io/v1',
  roles: 'rbac.authorization.k8s.io/v1',
  rolebindings: 'rbac.authorization.k8s.io/v1',
  clusterroles: 'rbac.authorization.k8s.io/v1',
  clusterrolebindings: 'rbac.authorization.k8s.io/v1',
  validatingadmissionpolicies: 'admissionregistration.k8s.io/v1',
  validatingadmissionpolicybindings: 'admissionregistration.k8s.io/v1',
  selfsubjectaccessreviews: 'authorization.k8s.io/v1',
  backups: 'velero.io/v1',
  backupstoragelocations: 'velero.io/v1',
  deletebackuprequests: 'velero.io/v1',
  downloadrequests: 'velero.io/v1',
  restores: 'velero.io/v1',
  schedules: 'velero.io/v1',
  serverstatusrequests: 'velero.io/v1',
} as const;

const KINDS: Record<ResourceName, string> = {
  namespaces: 'Namespace',
  configmaps: 'ConfigMap',
  secrets: 'Secret',
  services: 'Service',
  serviceaccounts: 'ServiceAccount',
  pods: 'Pod',
  persistentvolumeclaims: 'PersistentVolumeClaim',
  resourcequotas: 'ResourceQuota',
  daemonsets: 'DaemonSet',
  deployments: 'Deployment',
  storageclasses: 'StorageClass',
  roles: 'Role',
  rolebindings: 'RoleBinding',
  clusterroles: 'ClusterRole',
  clusterrolebindings: 'ClusterRoleBinding',
  validatingadmissionpolicies: 'ValidatingAdmissionPolicy',
  validatingadmissionpolicybindings: 'ValidatingAdmissionPolicyBinding',
  selfsubjectaccessreviews: 'SelfSubjectAccessReview',
  backups: 'Backup',
  backupstoragelocations: 'BackupStorageLocation',
  deletebackuprequests: 'DeleteBackupRequest',
  downloadrequests: 'DownloadRequest',
  restores: 'Restore',
  schedules: 'Schedule',
  serverstatusrequests: 'ServerStatusRequest',
};

export type ResourceName = keyof typeof API_VERSIONS;

/** The kinds of Velero's objects that cases make, and the namespace is Velero's. */
export type VeleroResource = Extract<
  ResourceName,
  | 'backups'
  | 'backupstoragelocations'
  | 'deletebackuprequests'
  | 'downloadrequests'
  | 'restores'
  | 'schedules'
  | 'serverstatusrequests'
>;

/** Which object, or all of a resource when the name is absent. */
export interface ObjectReference {
  resource: ResourceName;
  namespace?: string;
  name?: string;
}

export function apiVersionOf(resource: ResourceName): string {
  return API_VERSIONS[resource];
}

export function kindOf(resource: ResourceName): string {
  return KINDS[resource];
}

export function pathOf({ resource, namespace, name }: ObjectReference): string {
  const apiVersion = API_VERSIONS[resource];
  const root = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
  const parts = [
    root,
    ...(namespace ? ['namespaces', namespace] : []),
    resource,
    ...(name ? [name] : []),
  ];
  return parts.join('/');
}
