import { Entity } from '@backstage/catalog-model';
import {
  explicitTargetOf,
  VELERO_RPO_ANNOTATION,
  VELERO_TIER_ANNOTATION,
} from 'backstage-plugin-velero-common';
import { Tiers } from './readTiers';

/** How old the last good copy of an entity may be, by its annotations and the tiers of the configuration. */
export function targetOfEntity(
  entity: Entity,
  tiers: Tiers,
): ReturnType<typeof explicitTargetOf> {
  const { annotations = {} } = entity.metadata;
  const annotation = annotations[VELERO_RPO_ANNOTATION];
  const tier = annotations[VELERO_TIER_ANNOTATION]?.trim();
  if (!tier) {
    return explicitTargetOf({ annotation });
  }
  const rpo = tiers.get(tier);
  if (rpo !== undefined) {
    return explicitTargetOf({ annotation, policy: { tier, rpo } });
  }
  return {
    targetProblem: {
      code: 'target-unreadable',
      source: `annotation ${VELERO_TIER_ANNOTATION}`,
      problem: `no tier ${JSON.stringify(tier)} is configured`,
    },
    ...explicitTargetOf({ annotation }),
  };
}
