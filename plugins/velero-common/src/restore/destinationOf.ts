import { matchGlob } from '../velero/matchGlob';
import { DestinationRule, RestorePolicy } from './policy/RestorePolicy';
import { SnapshotPair } from './RestoreSnapshot';

/** The sort of place that a pair is restored to. */
export type DestinationKind =
  | 'newNamespace'
  | 'sameNamespace'
  | 'otherNamespace';

/** A namespace of the same name in another cluster that is there is another one. */
export function destinationKindOf(pair: SnapshotPair): DestinationKind {
  const { source, target, origins } = pair;
  if (target.uid === undefined) {
    return 'newNamespace';
  }
  const isOrigin = origins.some(({ cluster }) => cluster === target.cluster);
  return source === target.name && isOrigin
    ? 'sameNamespace'
    : 'otherNamespace';
}

/** What the policy says of such a place; nothing where it does not allow it. */
export function destinationRuleOf(
  policy: RestorePolicy,
  pair: SnapshotPair,
): DestinationRule | undefined {
  const { newNamespace, ...others } = policy.destinations;
  const kind = destinationKindOf(pair);
  if (kind !== 'newNamespace') {
    return others[kind];
  }
  return newNamespace?.names.some(pattern =>
    matchGlob(pattern.replaceAll('{namespace}', pair.source), pair.target.name),
  )
    ? newNamespace
    : undefined;
}

/** True when the backup may have come out of another cluster than the one that is restored in. */
export function comesFromElsewhere(pair: SnapshotPair): boolean {
  return pair.origins.some(({ cluster }) => cluster !== pair.target.cluster);
}
