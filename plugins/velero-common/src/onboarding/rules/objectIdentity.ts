import { FleetObject } from '../FleetSnapshot';
import { labelOf } from '../tenantNames';
import { ObjectOwner } from '../ownershipMarks';
import { DraftCluster, TenantDraft } from '../TenantDraft';

/** True when the object is what the plan would make under this name. */
export function isSameObject(
  object: FleetObject,
  cluster: Pick<DraftCluster, 'name' | 'veleroNamespace'>,
  name: string,
): boolean {
  return (
    object.cluster === cluster.name &&
    object.veleroNamespace === cluster.veleroNamespace &&
    object.name === name
  );
}

/** True for the marks that this portal leaves for the tenant of the request. */
export function isOwn(
  { request, fleet }: TenantDraft,
  owner: ObjectOwner | undefined,
): boolean {
  return (
    owner?.tenant === request.tenant &&
    owner.portal === labelOf(fleet.settings.portal)
  );
}
