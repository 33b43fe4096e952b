import {
  RestoreSnapshot,
  SnapshotNamespace,
  SnapshotPair,
} from './RestoreSnapshot';

/**
 * What a judgement may depend on: a namespace that is not proven to be the requester's is judged as if it were not there,
 * or as if it had no marks. Otherwise which policy decides would tell whose it is.
 */
export function asFarAsProven(snapshot: RestoreSnapshot): RestoreSnapshot {
  return { ...snapshot, pairs: snapshot.pairs.map(pairAsFarAsProven) };
}

function pairAsFarAsProven(pair: SnapshotPair): SnapshotPair {
  const { target, origins } = pair;
  const { cluster, name } = target;
  return {
    ...pair,
    target: target.proven
      ? target
      : { ...unmarked({ ...target, uid: undefined }), cluster, name },
    origins: origins.map(origin => (origin.proven ? origin : unmarked(origin))),
  };
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
