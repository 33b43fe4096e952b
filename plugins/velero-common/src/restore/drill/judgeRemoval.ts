import { isDrillNamespace } from './drillNamespace';

/** Velero's clock and that of the API server may differ by so much, in milliseconds. */
const SKEW = 60_000;

/**
 * All that bears on whether a namespace may be removed. Times are ISO 8601 in UTC, as the cluster tells them.
 *
 * @public
 */
export interface RemovalCase {
  /** As the request has it. */
  name: string;
  /** The name that follows from the request. */
  derivedName: string;
  /** Whether it was certain, right before Velero was asked, that there was none of the name. */
  wasAbsent: boolean;
  /** Uid of `kube-system`: of the cluster that was agreed to, and of the one that answers now. */
  cluster: { agreed?: string; now?: string };
  /** When the Restore was made, and when Velero was done with it, if it does not run still. */
  restore: { createdAt?: string; completedAt?: string; isRunning: boolean };
  /** The uid that it was seen with before; absent when it was not seen. */
  seenUid?: string;
  /** As it is now; absent when there is none. */
  found?: { uid: string; createdAt?: string };
}

/** @public */
export type RemovalVerdict =
  | { verdict: 'gone' }
  | { verdict: 'remove'; uid: string }
  | { verdict: 'keep'; because: string };

/**
 * Tells whether a namespace is the scratch namespace that a drill made, and nobody else's. Whatever is not certain keeps
 * it: a person can remove a namespace, and nobody can bring one back.
 *
 * @public
 */
export function judgeRemoval(removal: RemovalCase): RemovalVerdict {
  const { found, seenUid, cluster } = removal;
  if (!cluster.agreed || cluster.agreed !== cluster.now) {
    return keep('the cluster is not the one that it was made in');
  }
  if (!found) {
    return { verdict: 'gone' };
  }
  if (seenUid && found.uid !== seenUid) {
    // Ours is gone; this one was made by somebody else.
    return { verdict: 'gone' };
  }
  const doubt = doubtAbout(removal, found);
  return doubt ? keep(doubt) : { verdict: 'remove', uid: found.uid };
}

function doubtAbout(
  { name, derivedName, wasAbsent, restore, seenUid }: RemovalCase,
  found: NonNullable<RemovalCase['found']>,
): string | undefined {
  if (name !== derivedName || !isDrillNamespace(name)) {
    return 'its name is not the one that follows from the request';
  }
  if (!wasAbsent) {
    return 'it was there before the drill';
  }
  if (!found.uid) {
    return 'the cluster does not tell its uid';
  }
  const [made, began, ended] = [
    found.createdAt,
    restore.createdAt,
    restore.completedAt,
  ].map(time => (time ? Date.parse(time) : NaN));
  if (!(made >= began)) {
    return 'it is not known to have been made after the Restore';
  }
  // Whoever had it seen while Velero was at work knows more than times can tell.
  return !seenUid && !restore.isRunning && !(made <= ended + SKEW)
    ? 'it was made after Velero was done'
    : undefined;
}

function keep(because: string): RemovalVerdict {
  return { verdict: 'keep', because };
}
