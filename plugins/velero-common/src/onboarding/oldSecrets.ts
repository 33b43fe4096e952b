import { isIn } from './rules/objectIdentity';
import { DraftCluster, TenantDraft } from './TenantDraft';
import { isTenantSecret } from './tenantNames';
import { PlannedLocation } from './TenantPlan';

/**
 * Names the Secrets of the tenant that the planned locations of a cluster take their credential from now, and no location
 * will once they are as planned.
 */
export function oldSecrets(
  { request: { tenant }, fleet }: TenantDraft,
  cluster: DraftCluster,
  planned: PlannedLocation[],
): string[] {
  const names = planned.map(({ object }) => object.metadata.name);
  const here = fleet.locations.filter(isIn(cluster));
  const kept = here.filter(({ name }) => !names.includes(name));
  const used = [
    ...planned.map(({ object }) => object.spec.credential?.name),
    ...kept.map(({ credential }) => credential?.name),
  ];
  const old = here
    .filter(
      ({ name, owner }) => names.includes(name) && owner?.tenant === tenant,
    )
    .flatMap(({ credential }) => credential?.name ?? [])
    .filter(name => isTenantSecret(tenant, name) && !used.includes(name));
  return [...new Set(old)];
}
