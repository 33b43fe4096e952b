import { digestOf } from './digestOf';
import { MAXIMUM_TENANT, partOf } from './tenantNames';

/** The catalog has no longer names; `backup-storage-`, a dash and a digest leave so much. */
const MAXIMUM_BUCKET = 39;

/** Type of the Resource that stands for a tenant in the catalog. @public */
export const BACKUP_TENANT_TYPE = 'backup-tenant';

/** Type of the Resource that stands for a bucket with backups of tenants. @public */
export const BACKUP_STORAGE_TYPE = 'backup-storage-location';

/**
 * Names the Resource of a tenant. Tenants of one name have different owners and so different names here, whichever comes
 * first.
 *
 * @param tenant - `owner` is a full reference
 * @public
 */
export function tenantEntityNameOf(tenant: {
  tenant: string;
  owner: string;
}): string {
  const owner = digestOf(tenant.owner.toLowerCase());
  return `backup-tenant-${partOf(tenant.tenant, MAXIMUM_TENANT)}-${owner}`;
}

/** The full reference of the Resource of a tenant. @public */
export function tenantEntityRefOf(tenant: {
  tenant: string;
  owner: string;
}): string {
  return `resource:default/${tenantEntityNameOf(tenant)}`;
}

/**
 * Names the Resource of a bucket.
 *
 * @param key - `bucketKeyOf` its place
 * @public
 */
export function storageEntityNameOf(bucket: string, key: string): string {
  return `backup-storage-${partOf(bucket, MAXIMUM_BUCKET)}-${digestOf(key)}`;
}
