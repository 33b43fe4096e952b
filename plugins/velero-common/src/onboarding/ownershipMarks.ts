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
} as const;

/** Whose an object is, by its marks. @public */
export interface ObjectOwner {
  tenant: string;
  portal: string;
}

/** Labels of what is made for a tenant. */
export function tenantLabels(owner: ObjectOwner): Record<string, string> {
  return {
    [TENANT_LABELS.managedBy]: MANAGED_BY,
    [TENANT_LABELS.portal]: labelOf(owner.portal),
    [TENANT_LABELS.tenant]: owner.tenant,
  };
}

/** Names the owner for people; few, since Velero copies all annotations of a Schedule to its backups. */
export function tenantAnnotations(ownerRef: string): Record<string, string> {
  return { [NAMESPACE_OWNER_ANNOTATION]: ownerRef };
}

/** The name of a portal as the marks bear it. @public */
export function portalLabelOf(portal: string): string {
  return labelOf(portal);
}

/** Reads the marks of an object; nothing for one that no portal made. @public */
export function ownerOfObject(object: unknown): ObjectOwner | undefined {
  const labelAt = (key: string) => textAt(object, 'metadata', 'labels', key);
  const tenant = labelAt(TENANT_LABELS.tenant);
  return labelAt(TENANT_LABELS.managedBy) === MANAGED_BY && tenant
    ? { tenant, portal: labelAt(TENANT_LABELS.portal) ?? '' }
    : undefined;
}
