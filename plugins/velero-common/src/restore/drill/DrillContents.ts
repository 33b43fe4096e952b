import { KindFate, LeftBecause } from '../kindsToRestore';
import { resourceName } from '../policy/kindPattern';
import { ServedKind, SnapshotVolume } from '../RestoreSnapshot';

/** What a drill has before it, and what it leaves out: known when it is asked for. @public */
export interface DrillContents {
  /** Objects of the namespaces in the backup. */
  inBackup: number;
  /** Those of them that are to be restored. */
  toRestore: number;
  /** Kinds that are left out. */
  left: Array<{ kind: string; count: number; because: LeftBecause }>;
  /** Claims whose data does not come back, as `namespace/claim`; absent when nobody knows. */
  emptyClaims?: string[];
}

/** Tells what a drill can show. Of what lives in no namespace nobody knows whose it is, so it does not count. @public */
export function drillContentsOf(options: {
  fates: KindFate[];
  served: ServedKind[];
  volumes?: SnapshotVolume[];
}): DrillContents {
  const { served, volumes } = options;
  const fates = options.fates.filter(
    fate => fate.left !== 'made-anyway' && !isClusterScoped(fate, served),
  );
  const withPods = fates.some(
    ({ resource, left }) => resource === 'pods' && !left,
  );
  const withClaims = fates.some(
    ({ resource, left }) => resource === 'persistentvolumeclaims' && !left,
  );
  return {
    inBackup: sum(fates),
    toRestore: sum(fates.filter(({ left }) => !left)),
    left: fates.flatMap(({ resource, groupVersionKind, count, left }) =>
      left
        ? [{ kind: resource ?? groupVersionKind, count, because: left }]
        : [],
    ),
    ...(volumes && {
      emptyClaims: volumes
        .filter(volume => !withClaims || staysEmpty(volume, withPods))
        .map(({ namespace, claim }) => `${namespace}/${claim}`)
        .sort(),
    }),
  };
}

/** Files are written through the pod that has the volume; what was not saved does not come back at all. */
export function staysEmpty(
  { method }: Pick<SnapshotVolume, 'method'>,
  withPods: boolean,
): boolean {
  return !method || (method === 'PodVolumeBackup' && !withPods);
}

function isClusterScoped({ resource }: KindFate, served: ServedKind[]) {
  return served.some(
    kind => !kind.namespaced && resourceName(kind) === resource,
  );
}

function sum(fates: Array<{ count: number }>): number {
  return fates.reduce((total, { count }) => total + count, 0);
}
