import { matchGlob } from '../../velero/matchGlob';
import {
  RestoreSnapshot,
  SnapshotNamespace,
  SnapshotPair,
} from '../RestoreSnapshot';
import { PolicyMatch, RestorePolicy } from './RestorePolicy';

/**
 * Finds the policy that decides: the first that matches. Namespaces for which different ones decide cannot be judged
 * together. On a whole backup of which nobody knows what is in it only those decide that do not look at namespaces.
 */
export function policyFor(
  policies: RestorePolicy[],
  snapshot: RestoreSnapshot,
):
  | { policy: RestorePolicy; among?: undefined }
  | { policy?: undefined; among: string[] } {
  const pairs = pairsOf(snapshot);
  const fitting = policies.filter(({ match }) =>
    fitsAny(match.clusters, [snapshot.cluster.name]),
  );
  const deciding =
    pairs.length > 0
      ? pairs.map(pair =>
          fitting.find(({ match }) => namespaceFits(match, pair)),
        )
      : [fitting.find(({ match }) => isForAll(match))];
  const [first] = deciding;
  return first && deciding.every(policy => policy === first)
    ? { policy: first }
    : { among: [...new Set(deciding.flatMap(policy => policy?.id ?? []))] };
}

/** Each namespace of a whole backup comes back where it was. */
function pairsOf({ pairs, whole = [] }: RestoreSnapshot): SnapshotPair[] {
  return [
    ...pairs,
    ...whole.map(target => ({ source: target.name, target, origins: [] })),
  ];
}

function isForAll({ namespaces, owners, annotations }: PolicyMatch): boolean {
  return !namespaces && !owners && !annotations;
}

function namespaceFits(match: PolicyMatch, pair: SnapshotPair): boolean {
  const { source, target, origins } = pair;
  const concerned = [target, ...origins];
  return (
    fitsAny(match.namespaces, [source, target.name]) &&
    fitsAny(
      match.owners,
      concerned.flatMap(({ owners }) => owners),
    ) &&
    Object.entries(match.annotations ?? {}).every(([key, pattern]) =>
      concerned.some(namespace => annotationFits(namespace, key, pattern)),
    )
  );
}

/** What nobody knows may be what the policy is for; those that are to be on the safe side come first. */
function annotationFits(
  { annotations }: SnapshotNamespace,
  key: string,
  pattern: string,
): boolean {
  return (
    !annotations ||
    (Object.hasOwn(annotations, key) && matchGlob(pattern, annotations[key]))
  );
}

function fitsAny(patterns: string[] | undefined, texts: string[]): boolean {
  return (
    !patterns ||
    patterns.some(pattern => texts.some(text => matchGlob(pattern, text)))
  );
}
