import { FleetObject } from '../FleetSnapshot';
import { isSameOwner, ObjectOwner, tenantMarksOf } from '../ownershipMarks';
import { DraftCluster, TenantDraft } from '../TenantDraft';

/** Tells whether an object is one of the Velero of a cluster. */
export function isIn(
  cluster: Pick<DraftCluster, 'name' | 'veleroNamespace'>,
): (object: FleetObject) => boolean {
  return object =>
    object.cluster === cluster.name &&
    object.veleroNamespace === cluster.veleroNamespace;
}

/** True when the object is what the plan would make under this name. */
export function isSameObject(
  object: FleetObject,
  cluster: Pick<DraftCluster, 'name' | 'veleroNamespace'>,
  name: string,
): boolean {
  return object.name === name && isIn(cluster)(object);
}

/** What a draft is made of. */
export type Requested = Pick<TenantDraft, 'request' | 'fleet'>;

/**
 * True for the marks that this portal leaves for the tenant of the request. Who is not of its owner could ask in that name
 * and would learn what the owner has: for them it is somebody else's.
 */
export function isOwn(
  { request, fleet }: Requested,
  owner: ObjectOwner | undefined,
): boolean {
  return (
    (fleet.isOwner || fleet.mayOnboardPlatform) &&
    isSameOwner(owner, tenantMarksOf(request, fleet.settings))
  );
}
