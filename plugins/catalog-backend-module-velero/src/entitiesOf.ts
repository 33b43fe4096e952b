import { Entity } from '@backstage/catalog-model';
import { TenantSummary } from 'backstage-plugin-velero-common';
import { bucketsOf } from './bucketsOf';
import { bucketEntity } from './bucketEntity';
import { tenantEntity } from './tenantEntity';

/** Makes an entity for each tenant, and one for each bucket that they keep backups in. */
export function entitiesOf(
  tenants: TenantSummary[],
  options: { defaultOwner: string },
): Entity[] {
  return [
    ...tenants.map(tenant => tenantEntity(tenant, options)),
    ...bucketsOf(tenants).map(bucket => bucketEntity(bucket, options)),
  ];
}
