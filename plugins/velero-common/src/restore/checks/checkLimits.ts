import { RestoreCheck, stop, warn } from '../RestoreCheck';
import { busyPhrase } from '../busyPhrase';
import { RestoreCase } from '../RestoreCase';

/** Nobody fills the queue: Velero restores one at a time. */
export function checkLimits({
  wish,
  policy,
  snapshot,
}: RestoreCase): RestoreCheck[] {
  const { openOfUser, todayByNamespace, runningInCluster, busyTargets } =
    snapshot.usage;
  const { openPerUser, perNamespaceAndDay, runningPerCluster } = policy.limits;
  return [
    ...(openOfUser >= openPerUser
      ? [
          stop(
            'limits',
            `You have ${openOfUser} requests that have not ended; the policy allows ${openPerUser}`,
            'Wait for their end, or cancel one',
          ),
        ]
      : []),
    ...snapshot.pairs
      .map(({ target }) => target.name)
      .filter(name => (todayByNamespace[name] ?? 0) >= perNamespaceAndDay)
      .map(name =>
        stop(
          'limits',
          wish.drill
            ? `There were ${todayByNamespace[name]} drills of the namespace in 24 hours; the policy allows ${perNamespaceAndDay}`
            : `Namespace '${name}' was restored to ${todayByNamespace[name]} times in 24 hours; the policy allows ${perNamespaceAndDay}`,
          'Wait, or ask an administrator',
          name,
        ),
      ),
    ...busyTargets.map(busy =>
      warn('limits', busyPhrase(busy), { subject: busy.namespace }),
    ),
    ...(runningInCluster >= runningPerCluster
      ? [
          warn(
            'limits',
            `${runningInCluster} restores run in cluster '${snapshot.cluster.name}' now; this one waits until there are fewer than ${runningPerCluster}`,
          ),
        ]
      : []),
  ];
}
