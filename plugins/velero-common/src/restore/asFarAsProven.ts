import { RestoreSnapshot, SnapshotNamespace } from './RestoreSnapshot';
import { RestoreWish } from './RestoreWish';

/**
 * What a judgement may depend on: a namespace that is not proven to be the requester's is judged as if it were not there,
 * or as if it had no marks. Otherwise which policy decides would tell whose it is.
 */
export function asFarAsProven(
  { drill = false }: Pick<RestoreWish, 'drill'>,
  snapshot: RestoreSnapshot,
): RestoreSnapshot {
  return {
    ...snapshot,
    pairs: snapshot.pairs.map(pair => ({
      ...pair,
      target: targetAsFarAsProven(pair.target, drill),
      origins: pair.origins.map(origin =>
        origin.proven ? origin : unmarked(origin),
      ),
    })),
  };
}

/** The portal names the target of a drill: that it is there tells nothing, and the drill must not go into it. */
function targetAsFarAsProven(
  target: SnapshotNamespace,
  isOfDrill: boolean,
): SnapshotNamespace {
  if (target.proven) {
    return target;
  }
  const { uid, ...hidden } = unmarked(target);
  return isOfDrill ? { ...hidden, uid } : hidden;
}

function unmarked(namespace: SnapshotNamespace): SnapshotNamespace {
  return {
    ...namespace,
    terminating: false,
    owners: [],
    people: [],
    annotations: {},
    managedBy: undefined,
  };
}
