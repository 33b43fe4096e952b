import { matchGlob } from '../../velero/matchGlob';
import { comesFromElsewhere } from '../destinationOf';
import { RestoreCheck, stop, warn } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';

/** A backup of another cluster. */
export function checkOtherCluster({
  policy,
  snapshot,
}: RestoreCase): RestoreCheck[] {
  if (!snapshot.pairs.some(comesFromElsewhere)) {
    return [];
  }
  const { name } = snapshot.cluster;
  const allowed = policy.destinations.otherClusters?.clusters ?? [];
  return allowed.some(pattern => matchGlob(pattern, name))
    ? [
        warn(
          'other-cluster',
          `The backup was made by another cluster than '${name}': storage classes, host names and node labels may differ`,
        ),
      ]
    : [
        stop(
          'other-cluster',
          `The policy does not let you restore in cluster '${name}' what another cluster has backed up`,
          'Restore it in the cluster that made the backup',
        ),
      ];
}
