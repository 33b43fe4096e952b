import { FleetSnapshot } from '../FleetSnapshot';
import { planTenant } from '../planTenant';
import { TenantRequest } from '../TenantRequest';
import { fleet, request } from './onboardingFleet';

/** What a plan is refused for, as `code field`. */
export function refused(
  parts: Partial<TenantRequest>,
  snapshot: FleetSnapshot = fleet(),
): string[] {
  const { refusals } = planTenant(request(parts), snapshot);
  return refusals.map(({ code, field }) => `${code} ${field}`);
}

/** What is warned of, by code. */
export function warned(
  parts: Partial<TenantRequest>,
  snapshot: FleetSnapshot = fleet(),
): string[] {
  return planTenant(request(parts), snapshot).warnings.map(({ code }) => code);
}
