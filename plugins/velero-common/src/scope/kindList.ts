/** Other names under which Velero finds the kinds that coverage depends on. */
const ALIASES = new Map(
  Object.entries({
    pod: 'pods',
    po: 'pods',
    persistentvolumeclaim: 'persistentvolumeclaims',
    pvc: 'persistentvolumeclaims',
    persistentvolume: 'persistentvolumes',
    pv: 'persistentvolumes',
    event: 'events',
    ev: 'events',
    'events.events.k8s.io': 'events',
    'leases.coordination.k8s.io': 'leases',
    node: 'nodes',
    clusterroles: 'clusterroles.rbac.authorization.k8s.io',
    clusterrolebindings: 'clusterrolebindings.rbac.authorization.k8s.io',
    customresourcedefinitions: 'customresourcedefinitions.apiextensions.k8s.io',
    crds: 'customresourcedefinitions.apiextensions.k8s.io',
    storageclasses: 'storageclasses.storage.k8s.io',
    sc: 'storageclasses.storage.k8s.io',
  }),
);

/**
 * Kinds that a namespace does not miss: no restore brings them back, the cluster makes them anew, or they lie outside of
 * namespaces. The server writes some of them into every spec. Persistent volumes are a matter of their own.
 */
const DISPENSABLE = new Set([
  'events',
  'leases',
  'nodes',
  'persistentvolumes',
  'clusterroles.rbac.authorization.k8s.io',
  'clusterrolebindings.rbac.authorization.k8s.io',
  'customresourcedefinitions.apiextensions.k8s.io',
  'storageclasses.storage.k8s.io',
  'backups.velero.io',
  'restores.velero.io',
  'resticrepositories.velero.io',
  'backuprepositories.velero.io',
  'csinodes.storage.k8s.io',
  'volumeattachments.storage.k8s.io',
  'volumesnapshots.snapshot.storage.k8s.io',
  'volumesnapshotcontents.snapshot.storage.k8s.io',
]);

/** A pair of lists of kinds, as the filters of a spec have them. @public */
export interface KindList {
  /** Empty or `*` means all. */
  included: string[];
  excluded: string[];
}

export function isOpen({ included }: KindList): boolean {
  return included.length === 0 || included.includes('*');
}

export function excludesAll({ excluded }: KindList): boolean {
  return excluded.includes('*');
}

export function takesKind(list: KindList, kind: string): boolean {
  return !leavesKind(list, kind) && (isOpen(list) || has(list.included, kind));
}

/** True when the kind is left out by its name, so that it does not even come along with something else. */
function leavesKind(list: KindList, kind: string): boolean {
  return excludesAll(list) || has(list.excluded, kind);
}

/** The kinds that are left out and would be missed. */
export function missedKinds({ excluded }: KindList): string[] {
  return excluded.filter(kind => !DISPENSABLE.has(nameOf(kind)));
}

function has(kinds: string[], kind: string): boolean {
  return kinds.some(other => nameOf(other) === kind);
}

function nameOf(kind: string): string {
  const lower = kind.toLowerCase();
  return ALIASES.get(lower) ?? lower;
}
