import { FleetSnapshot } from '../FleetSnapshot';
import { planTenant } from '../planTenant';
import { TenantPlan } from '../TenantPlan';
import { TenantRequest } from '../TenantRequest';
import { fleet, request } from './onboardingFleet';

/** The plan of a tenant that nothing is wrong with. */
export function planOf(
  parts: Partial<TenantRequest> = {},
  snapshot: FleetSnapshot = fleet(),
): TenantPlan {
  const { plan, refusals } = planTenant(request(parts), snapshot);
  expect(refusals).toEqual([]);
  return plan!;
}
