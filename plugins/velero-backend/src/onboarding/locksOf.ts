import {
  bucketKeyOf,
  readStorageLocation,
  TenantPlan,
} from 'backstage-plugin-velero-common';
import { createHash } from 'node:crypto';

/**
 * What nobody else may work on while a plan is applied: the tenant, and the buckets it writes to. Who has them looks once
 * more whether its places are free: others may have taken them since it looked first.
 */
export function locksOf({ tenant, clusters }: TenantPlan): string[] {
  const buckets = clusters.flatMap(({ locations }) =>
    locations.flatMap(
      ({ object }) => bucketKeyOf(readStorageLocation(object)) ?? [],
    ),
  );
  return [lockOfTenant(tenant), ...new Set(buckets.map(digest))];
}

export function lockOfTenant(tenant: string): string {
  return `tenant/${tenant}`;
}

/** Names of stores are longer than what a database takes as a key. */
function digest(bucket: string): string {
  return `bucket/${createHash('sha256').update(bucket).digest('hex')}`;
}
