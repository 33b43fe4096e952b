import { RestorePolicy } from '../policy/RestorePolicy';
import { DRILL_NAMES } from './drillNamespace';

/**
 * What a policy says of drills: they go into scratch namespaces, and change nothing that is there. The backup of another
 * cluster needs the same consent as for any restore.
 */
export function policyOfDrill(policy: RestorePolicy): RestorePolicy {
  const { otherClusters } = policy.destinations;
  return {
    ...policy,
    destinations: {
      ...(policy.drills.allowed && {
        newNamespace: { names: [DRILL_NAMES], approvals: [] },
      }),
      ...(otherClusters && { otherClusters }),
    },
    existing: {},
  };
}
