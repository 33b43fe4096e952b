import {
  bucketKeyOf,
  storageEntityNameOf,
  TenantLocation,
  TenantSummary,
} from 'backstage-plugin-velero-common';

/** A bucket that tenants keep backups in, under whichever prefixes. */
export interface Bucket {
  /** Of its entity. */
  name: string;
  location: TenantLocation & { bucket: string };
  /** Those whose tenants use it, by name. */
  owners: string[];
}

/** Lists the buckets of tenants, each once. What Velero does in them changes too often to be in a catalog. */
export function bucketsOf(tenants: TenantSummary[]): Bucket[] {
  const buckets = new Map<string, Bucket>();
  for (const { owner, clusters } of tenants) {
    for (const location of clusters.flatMap(cluster => cluster.locations)) {
      const name = bucketEntityNameOf(location);
      if (name) {
        const known = buckets.get(name);
        const owners = new Set([...(known?.owners ?? []), owner]);
        buckets.set(name, {
          name,
          location: known?.location ?? {
            ...location,
            bucket: location.bucket!,
          },
          owners: [...owners].sort(),
        });
      }
    }
  }
  return [...buckets.values()];
}

/** Names the entity of the bucket that a location leads to; nothing for a location without one. */
export function bucketEntityNameOf(
  location: TenantLocation,
): string | undefined {
  const key = bucketKeyOf(location);
  return key && location.bucket && storageEntityNameOf(location.bucket, key);
}
