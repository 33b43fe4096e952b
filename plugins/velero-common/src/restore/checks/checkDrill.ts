import { ok, RestoreCheck, stop, warn } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';

/** A drill has to be allowed, and what it makes has to be gone again afterwards. */
export function checkDrill(restoreCase: RestoreCase): RestoreCheck[] {
  const { wish, policy } = restoreCase;
  if (!wish.drill) {
    return [];
  }
  return [
    policy.drills.allowed
      ? ok('drill', 'The policy lets you have drills')
      : stop(
          'drill',
          'The policy allows no drills',
          'Ask an administrator of the portal',
        ),
    ...removalFindings(restoreCase),
    ...leftoverFindings(restoreCase),
    policy.drills.workloads
      ? warn(
          'drill',
          'What is restored runs until the drill is over: it may take work from queues, send mail, or take host names of production',
        )
      : warn(
          'drill',
          'Nothing is restored that runs or reaches outside: it is not shown whether it works, and data that is written through pods does not come back',
        ),
  ];
}

/** What lives in no namespace does not go with one, and nobody could tell afterwards whose it is. */
function leftoverFindings({ wish, snapshot }: RestoreCase): RestoreCheck[] {
  const isPossible =
    wish.volumes === 'restore' && snapshot.volumes?.length !== 0;
  return isPossible
    ? [
        warn(
          'drill',
          'Volumes and snapshots whose class says Retain stay when the scratch namespace is removed',
          { remedy: 'Remove them yourself, or have a drill without volumes' },
        ),
      ]
    : [];
}

function removalFindings({ snapshot }: RestoreCase): RestoreCheck[] {
  const { cluster, mayRemoveDrills } = snapshot;
  if (!cluster.identity) {
    return [
      stop(
        'drill',
        `It cannot be told whether cluster '${cluster.name}' is the same one afterwards`,
        'Let the portal read its namespace kube-system, as deploy/rbac/read-only does',
      ),
    ];
  }
  return mayRemoveDrills
    ? []
    : [
        stop(
          'drill',
          `The portal's account may not remove scratch namespaces in cluster '${cluster.name}', so that they would stay`,
          'Have an administrator of the cluster apply the bundle deploy/rbac/drill',
        ),
      ];
}
