import { textAt } from '../velero/lenient';
import { NAMESPACE_OWNER_ANNOTATION } from '../annotations';
import { labelOf } from './tenantNames';

/** Value of `app.kubernetes.io/managed-by` on objects that the portal made. @public */
export const MANAGED_BY = 'velero-for-backstage';

/** Labels on what the portal makes for a tenant. @public */
export const TENANT_LABELS = {
  managedBy: 'app.kubernetes.io/managed-by',
  tenant: 'backstage.io/velero-tenant',
  /** Cluster that writes the backups; a name that is no label is shortened. */
  cluster: 'backstage.io/velero-cluster',
  /** Which of the schedules. */
  schedule: 'backstage.io/velero-schedule',
  portal: 'backstage.io/velero-portal',
  /** Digest of whom the tenant belongs to: nobody else gets what is made for it by calling themselves the same. */
  owner: 'backstage.io/velero-owner',
} as const;

/** Whose an object is, by its marks. @public */
export interface ObjectOwner {
  tenant: string;
  portal: string;
  /** As the mark has it; a digest of the reference. */
  owner: string;
}

/** Labels of what is made for a tenant. */
export function tenantLabels({
  tenant,
  portal,
  owner,
}: ObjectOwner): Record<string, string> {
  return {
    [TENANT_LABELS.managedBy]: MANAGED_BY,
    [TENANT_LABELS.portal]: portal,
    [TENANT_LABELS.tenant]: tenant,
    [TENANT_LABELS.owner]: owner,
  };
}

/** Names the owner for people; few, since Velero copies all annotations of a Schedule to its backups. */
export function tenantAnnotations(ownerRef: string): Record<string, string> {
  return { [NAMESPACE_OWNER_ANNOTATION]: ownerRef };
}

/** The marks of what is made for a tenant. @public */
export function tenantMarksOf(
  { tenant, owner }: { tenant: string; owner: string },
  { portal }: { portal: string },
): ObjectOwner {
  return { tenant, portal: labelOf(portal), owner: ownerMarkOf(owner) };
}

/** A reference of the catalog, which tells no upper case from lower case, as a label can have it. */
function ownerMarkOf(owner: string): string {
  return labelOf(owner.toLowerCase());
}

/** Whether two objects, or an object and a plan, are of one tenant. @public */
export function isSameOwner(
  one: ObjectOwner | undefined,
  other: ObjectOwner | undefined,
): boolean {
  return (
    one !== undefined &&
    one.tenant === other?.tenant &&
    one.portal === other.portal &&
    one.owner === other.owner
  );
}

/** Reads the marks of an object; nothing for one that no portal made. @public */
export function ownerOfObject(object: unknown): ObjectOwner | undefined {
  const labelAt = (key: string) => textAt(object, 'metadata', 'labels', key);
  const tenant = labelAt(TENANT_LABELS.tenant);
  return labelAt(TENANT_LABELS.managedBy) === MANAGED_BY && tenant
    ? {
        tenant,
        portal: labelAt(TENANT_LABELS.portal) ?? '',
        owner: labelAt(TENANT_LABELS.owner) ?? '',
      }
    : undefined;
}
