import {
  NamespaceProtection,
  ProtectionResponse,
  ProtectionState,
  ProtectionTarget,
} from '../api/protection';
import { ClusterOutlook, clusterOutlookOf } from './ClusterOutlook';
import { ProtectionReason } from './ProtectionReason';
import { protectNamespace, unknownNamespace } from './protectNamespace';
import { ClusterRecord } from './records';
import { sentenceOfEntity } from './sentenceOfEntity';

/** A namespace that an entity claims. @public */
export interface NamespaceToProtect {
  /** Absent when the claim holds for any cluster and none has proven it. */
  cluster?: string;
  namespace: string;
  /** Of a namespace that is not proven nothing is told. */
  proven: boolean;
}

/** What the protection of an entity is judged by. @public */
export interface ProtectionInput {
  namespaces: NamespaceToProtect[];
  /** Each cluster of a proven namespace; one that is missing makes its namespaces `unknown`. */
  clusters: ClusterRecord[];
  /** What the annotation or the policy asks for; without it each schedule is held to its own interval. */
  target?: ProtectionTarget;
  /** What is wrong with the annotation or the policy, to be told among the gaps. */
  targetProblem?: ProtectionReason;
  now: Date;
}

/** From the worst to the best. */
const STATES: ProtectionState[] = [
  'unprotected',
  'failing',
  'late',
  'partial',
  'unknown',
  'protected',
];

/**
 * Answers whether an entity is protected. The worst of its namespaces decides; missing or stale data is never taken for
 * protection.
 *
 * @public
 */
export function protectionOf(input: ProtectionInput): ProtectionResponse {
  const namespaces = namespacesOf(input);
  const verdict = verdictOf(namespaces);
  return {
    ...verdict,
    sentence: sentenceOfEntity({ verdict, namespaces, now: input.now }),
    namespaces,
    clusters: input.clusters.map(({ freshness }) => freshness),
  };
}

function namespacesOf(input: ProtectionInput): NamespaceProtection[] {
  const { clusters, namespaces, now, target, targetProblem } = input;
  const outlooks = new Map<string, ClusterOutlook>(
    clusters.map(record => [
      record.freshness.name,
      clusterOutlookOf({
        record,
        namespaces: provenIn(record.freshness.name, namespaces),
        now,
      }),
    ]),
  );
  return namespaces.map(({ proven, cluster: name, namespace }) => {
    const place = { ...(name && { cluster: name }), namespace };
    if (!proven || !name) {
      return unknownNamespace(place, { code: 'not-proven', namespace });
    }
    const cluster = outlooks.get(name);
    return cluster
      ? protectNamespace({ cluster, namespace, now, target, targetProblem })
      : unknownNamespace(place, {
          code: 'cluster-unregistered',
          cluster: name,
        });
  });
}

function provenIn(name: string, namespaces: NamespaceToProtect[]): string[] {
  return namespaces
    .filter(({ cluster, proven }) => proven && cluster === name)
    .map(({ namespace }) => namespace);
}

type Verdict = Omit<ProtectionResponse, 'sentence' | 'namespaces' | 'clusters'>;

function verdictOf(namespaces: NamespaceProtection[]): Verdict {
  const [worst] = [...namespaces].sort(
    (a, b) =>
      STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
      // Among equals the one with the oldest copy: its target belongs to the age that is told.
      byAge(a, b),
  );
  if (!worst) {
    return { state: 'unknown', reason: { code: 'nothing-claimed' } };
  }
  const { state, reason, target } = worst;
  return {
    state,
    reason,
    ...(target && { target }),
    ...oldestCopy(namespaces),
    ...firstRun(namespaces),
  };
}

/** The time to which all namespaces can be brought back; there is none while one of them has no copy. */
function oldestCopy(
  namespaces: NamespaceProtection[],
): Pick<Verdict, 'lastGoodCopy' | 'ageSeconds'> {
  const [oldest] = [...namespaces].sort(byAge);
  const { lastGoodCopy, ageSeconds } = oldest;
  return lastGoodCopy ? { lastGoodCopy, ageSeconds } : {};
}

/** The oldest copy first, and before it what has none. */
function byAge(a: NamespaceProtection, b: NamespaceProtection): number {
  const [ageA, ageB] = [a, b].map(
    ({ ageSeconds }) => ageSeconds ?? Number.MAX_VALUE,
  );
  return ageB - ageA;
}

function firstRun(namespaces: NamespaceProtection[]): Pick<Verdict, 'nextRun'> {
  const [nextRun] = namespaces
    .flatMap(namespace => namespace.nextRun ?? [])
    .sort((a, b) => a.at.localeCompare(b.at));
  return nextRun ? { nextRun } : {};
}
