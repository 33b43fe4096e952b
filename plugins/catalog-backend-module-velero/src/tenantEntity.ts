import { Entity } from '@backstage/catalog-model';
import {
  BACKUP_TENANT_TYPE,
  tenantEntityNameOf,
  TenantSummary,
  VELERO_NAMESPACES_ANNOTATION,
} from 'backstage-plugin-velero-common';
import { bucketEntityNameOf } from './bucketsOf';
import { readableOwner, resourceOf } from './resourceOf';

/** One odd entry would make the whole annotation unreadable, as a pattern that somebody wrote into a schedule. */
const READABLE_CLAIM =
  /^[A-Za-z0-9][\w.:@-]{0,252}\/[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/**
 * Makes the entity of a tenant. It claims the tenant's namespaces, so that the tab with their backups is on its page; a
 * tenant of whole clusters claims none.
 */
export function tenantEntity(
  tenant: TenantSummary,
  options: { defaultOwner: string },
): Entity {
  const { tenant: title, owner, clusters } = tenant;
  const names = [...new Set(clusters.map(({ cluster }) => cluster))];
  const buckets = clusters
    .flatMap(({ locations }) => locations)
    .flatMap(location => bucketEntityNameOf(location) ?? []);
  return resourceOf({
    name: tenantEntityNameOf(tenant),
    title,
    description: `What Velero backs up for ${title} in ${names.join(', ')}`,
    type: BACKUP_TENANT_TYPE,
    owner: readableOwner(owner, options.defaultOwner),
    dependsOn: [...new Set(buckets)].map(name => `resource:default/${name}`),
    annotations: {
      [VELERO_NAMESPACES_ANNOTATION]: claimsOf(tenant).join(','),
    },
  });
}

function claimsOf({ clusters }: TenantSummary): string[] {
  const claims = clusters.flatMap(({ cluster, namespaces }) =>
    namespaces.map(namespace => `${cluster}/${namespace}`),
  );
  return [...new Set(claims)].filter(claim => READABLE_CLAIM.test(claim));
}
