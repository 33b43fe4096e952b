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
  /** Digest of whom the tenant belongs to. Alone it proves nothing: the annotation has to name the same owner. */
  owner: 'backstage.io/velero-owner',
} as const;

/** Whose an object is, by its marks. @public */
export interface ObjectOwner {
  tenant: string;
  portal: string;
  /** As the mark has it: a digest of the reference, to find objects by. Two owners may have the same. */
  owner: string;
  /** The full reference in lower case, as the annotation has it; empty where there is none, which is nobody's. */
  ref: string;
}

/** Labels of what is made for a tenant. */
export function tenantLabels({
  tenant,
  portal,
  owner,
}: Omit<ObjectOwner, 'ref'>): Record<string, string> {
  return {
    [TENANT_LABELS.managedBy]: MANAGED_BY,
    [TENANT_LABELS.portal]: portal,
    [TENANT_LABELS.tenant]: tenant,
    [TENANT_LABELS.owner]: owner,
  };
}

/** Names the owner; nothing else, since Velero copies all annotations of a Schedule to its backups. */
export function tenantAnnotations(ownerRef: string): Record<string, string> {
  return { [NAMESPACE_OWNER_ANNOTATION]: ownerRef };
}

/** The marks of what is made for a tenant. @public */
export function tenantMarksOf(
  { tenant, owner }: { tenant: string; owner: string },
  { portal }: { portal: string },
): ObjectOwner {
  // The catalog tells no upper case from lower case.
  const ref = owner.toLowerCase();
  return { tenant, portal: labelOf(portal), owner: labelOf(ref), ref };
}

/**
 * Whether two objects, or an object and a plan, are of one tenant. Whoever may choose the name of a group could find one
 * with the mark of another, so that the references have to be the same, too.
 *
 * @public
 */
export function isSameOwner(
  one: ObjectOwner | undefined,
  other: ObjectOwner | undefined,
): boolean {
  return (
    one !== undefined &&
    one.tenant === other?.tenant &&
    one.portal === other.portal &&
    one.owner === other.owner &&
    one.ref !== '' &&
    one.ref === other.ref
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
        ref: refOfObject(object).toLowerCase(),
      }
    : undefined;
}

function refOfObject(object: unknown): string {
  const key = NAMESPACE_OWNER_ANNOTATION;
  return textAt(object, 'metadata', 'annotations', key) ?? '';
}
