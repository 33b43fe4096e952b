import { storeOf, TenantPlan } from 'backstage-plugin-velero-common';
import { createHash } from 'node:crypto';

/**
 * What nobody else may work on while a plan is applied: the tenant, and the buckets it writes to, so that the check that
 * a place is free still holds when it is taken.
 */
export function locksOf({ tenant, clusters }: TenantPlan): string[] {
  const buckets = clusters.flatMap(({ locations }) =>
    locations.map(({ object: { spec } }) =>
      JSON.stringify([
        storeOf({
          provider: spec.provider,
          endpoint: spec.config.s3Url,
          region: spec.config.region,
          bucket: spec.objectStorage.bucket,
        }),
        spec.objectStorage.bucket,
      ]),
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
