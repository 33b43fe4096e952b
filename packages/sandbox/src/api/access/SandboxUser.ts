/** What a user may do, shaped like a rule of a Role. `*` stands for all. */
export interface AccessRule {
  groups: string[];
  resources: string[];
  verbs: string[];
  /** Only the objects of these names. */
  names?: string[];
  /** Every namespace and the cluster as a whole when absent. */
  namespaces?: string[];
}

export interface SandboxUser {
  name: string;
  token: string;
  /** The groups besides `system:authenticated`; `system:masters` may do everything. */
  groups?: string[];
  /** Fixed rights. What the roles and bindings in the cluster grant comes on top. */
  rules?: AccessRule[];
}

const READ_VERBS = ['get', 'list', 'watch'];

/**
 * The least that a portal needs which shows backups and what Velero stored beside them, has backups made, restored and
 * tried out, and onboards tenants.
 */
export function portalRules(veleroNamespace: string): AccessRule[] {
  return [
    { groups: ['velero.io'], resources: ['*'], verbs: READ_VERBS },
    {
      groups: ['velero.io'],
      resources: ['downloadrequests', 'serverstatusrequests'],
      verbs: ['create', 'delete'],
      namespaces: [veleroNamespace],
    },
    {
      groups: ['velero.io'],
      resources: ['backups', 'restores'],
      verbs: ['create'],
      namespaces: [veleroNamespace],
    },
    {
      groups: ['velero.io'],
      resources: ['backupstoragelocations', 'schedules'],
      verbs: ['create', 'patch', 'delete'],
      namespaces: [veleroNamespace],
    },
    {
      groups: [''],
      resources: ['secrets'],
      verbs: ['create', 'delete'],
      namespaces: [veleroNamespace],
    },
    {
      groups: [''],
      resources: ['namespaces'],
      // To remove what drills have made.
      verbs: [...READ_VERBS, 'delete'],
    },
    { groups: [''], resources: ['services', 'nodes'], verbs: ['list'] },
    {
      groups: ['networking.k8s.io'],
      resources: ['ingresses'],
      verbs: ['list'],
    },
    {
      groups: ['apps'],
      resources: ['daemonsets', 'deployments'],
      verbs: ['get'],
      namespaces: [veleroNamespace],
    },
  ];
}
