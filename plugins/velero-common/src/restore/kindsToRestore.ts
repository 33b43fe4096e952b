import { isInertKind } from './drill/isInertKind';
import {
  excludesResource,
  namesResource,
  resourceName,
} from './policy/kindPattern';
import { RestoreCase } from './RestoreCase';
import { ServedKind, SnapshotKind } from './RestoreSnapshot';

/** Why objects of a kind are not restored. */
export type LeftBecause =
  | 'made-anyway'
  | 'with-claims'
  | 'not-served'
  | 'silent-group'
  | 'not-wished'
  | 'policy'
  | 'cluster-scoped'
  | 'velero'
  | 'no-volumes'
  | 'keeps-claims'
  | 'hooks'
  | 'drill';

/** A kind that is in the backup, and what becomes of it. */
export interface KindFate {
  groupVersionKind: string;
  /** As Velero names it; absent when the cluster does not serve it. */
  resource?: string;
  count: number;
  left?: LeftBecause;
}

/** Velero refuses to restore them, and a Restore that names one. */
const NEVER_RESTORED = [
  'nodes',
  'events',
  'events.events.k8s.io',
  'csinodes.storage.k8s.io',
  'volumeattachments.storage.k8s.io',
];

/** Velero makes them for what is in them. */
const NAMESPACES = 'namespaces';

const CLAIMS = 'persistentvolumeclaims';

/** They come along with claims, by their names, and never by themselves: of claims of others, too, they are in the backup. */
const BEHIND_CLAIMS = [
  'persistentvolumes',
  'volumesnapshotcontents.snapshot.storage.k8s.io',
];

const VOLUME_KINDS = [
  CLAIMS,
  'volumesnapshots.snapshot.storage.k8s.io',
  ...BEHIND_CLAIMS,
];

/**
 * Tells of each kind in the backup whether it is restored. A kind is restored because it is named, never because it was
 * not left out: what nobody has thought of stays where it is.
 */
export function kindsToRestore(restoreCase: RestoreCase): KindFate[] {
  const { contents, cluster } = restoreCase.snapshot;
  return (contents.kinds ?? []).flatMap(inBackup => {
    const { groupVersionKind, count } = inBackup;
    const served = cluster.kinds.find(kind => isOfKind(kind, groupVersionKind));
    const left = served
      ? leftBecause(restoreCase, served)
      : unservedBecause(restoreCase, groupVersionKind);
    return isOfOthers(restoreCase, inBackup, { served, left })
      ? []
      : {
          groupVersionKind,
          count,
          ...(served && { resource: resourceName(served) }),
          ...(left && { left }),
        };
  });
}

/** Of what lives in no namespace all of the backup is counted, whoever it belongs to; what cannot come back is not told. */
function isOfOthers(
  { wish }: RestoreCase,
  { clusterScoped }: SnapshotKind,
  { served, left }: { served?: ServedKind; left?: LeftBecause },
): boolean {
  const isClusterScoped = served ? !served.namespaced : clusterScoped;
  return (
    isClusterScoped === true &&
    left !== undefined &&
    left !== 'not-wished' &&
    wish.wholeBackup === undefined &&
    !(served && wish.kinds?.includes(resourceName(served)))
  );
}

/** True when pods of the backup have data written into their volumes. */
export function writesPodVolumes({ wish, snapshot }: RestoreCase): boolean {
  return (
    wish.volumes === 'restore' &&
    (snapshot.volumes?.some(({ method }) => method === 'PodVolumeBackup') ??
      true)
  );
}

function unservedBecause(
  { snapshot }: RestoreCase,
  groupVersionKind: string,
): LeftBecause {
  return snapshot.cluster.silentGroups.includes(groupOf(groupVersionKind))
    ? 'silent-group'
    : 'not-served';
}

function leftBecause(
  restoreCase: RestoreCase,
  kind: ServedKind,
): LeftBecause | undefined {
  const { wish, policy } = restoreCase;
  const name = resourceName(kind);
  if (name === NAMESPACES) {
    return 'made-anyway';
  }
  if (NEVER_RESTORED.includes(name)) {
    return 'velero';
  }
  if (wish.volumes === 'none' && VOLUME_KINDS.includes(name)) {
    return 'no-volumes';
  }
  if (BEHIND_CLAIMS.includes(name)) {
    return 'with-claims';
  }
  if (!kind.namespaced) {
    return clusterScopedBecause(restoreCase, kind);
  }
  if (wish.kinds && !wish.kinds.includes(name)) {
    return 'not-wished';
  }
  if (excludesResource(policy.kinds.excluded, kind)) {
    return 'policy';
  }
  if (wish.drill && !policy.drills.workloads && !isInertKind(kind)) {
    return 'drill';
  }
  return name === 'pods' ? podsBecause(restoreCase) : undefined;
}

/** Without a word nothing that lives outside of namespaces is taken along. */
function clusterScopedBecause(
  { wish, policy }: RestoreCase,
  kind: ServedKind,
): LeftBecause | undefined {
  if (!namesResource(policy.kinds.clusterScoped, kind)) {
    return 'cluster-scoped';
  }
  return wish.wholeBackup !== undefined ||
    wish.kinds?.includes(resourceName(kind))
    ? undefined
    : 'not-wished';
}

/**
 * Restored pods have Velero write files into their volumes, also into claims that are there, and run what annotations
 * say. Those of a controller are made anew by it.
 */
function podsBecause(restoreCase: RestoreCase): LeftBecause | undefined {
  if (restoreCase.wish.volumes === 'none') {
    return 'no-volumes';
  }
  if (restoreCase.keepsClaims) {
    return 'keeps-claims';
  }
  const { policy, snapshot } = restoreCase;
  return policy.hooks || snapshot.hooks?.length === 0 ? undefined : 'hooks';
}

function isOfKind(kind: ServedKind, groupVersionKind: string): boolean {
  return (
    kind.kind === groupVersionKind.split('/').at(-1) &&
    kind.group === groupOf(groupVersionKind)
  );
}

function groupOf(groupVersionKind: string): string {
  const parts = groupVersionKind.split('/');
  return parts.length === 3 ? parts[0] : '';
}

/** The resources that a Restore has to name so that these are restored, with what claims need. */
export function resourcesToName(fates: KindFate[]): string[] {
  const names = fates.flatMap(({ resource, left }) =>
    resource && !left ? resource : [],
  );
  const claims = names.includes(CLAIMS) ? BEHIND_CLAIMS : [];
  return [...new Set([...names, ...claims])].sort();
}

/** Those that live in no namespace and do not come along with claims. */
export function clusterScopedOf(
  { snapshot }: Pick<RestoreCase, 'snapshot'>,
  resources: string[],
): string[] {
  return resources.filter(
    name =>
      !BEHIND_CLAIMS.includes(name) &&
      snapshot.cluster.kinds.some(
        kind => !kind.namespaced && resourceName(kind) === name,
      ),
  );
}

/** How many objects of these kinds there are. */
export function countOf(kinds: Array<Pick<SnapshotKind, 'count'>>): number {
  return kinds.reduce((sum, { count }) => sum + count, 0);
}
