import { FleetSnapshot } from './FleetSnapshot';
import { LocationDrafts } from './LocationDrafts';
import { DraftCluster, TenantDraft } from './TenantDraft';
import { TenantCluster, TenantRequest } from './TenantRequest';

const DEFAULT_VELERO_NAMESPACE = 'velero';

/** Completes a request by defaults, so that rules look at what would be made. */
export function draftTenant(
  request: TenantRequest,
  fleet: FleetSnapshot,
): TenantDraft {
  const drafts = new LocationDrafts(request, fleet);
  // Also when every cluster has one of its own: what is written is checked.
  drafts.storage('storage', request.storage);
  const own = request.clusters.map((_, index) => drafts.ownLocation(index));
  const clusters = request.clusters.map((cluster, index) => ({
    ...knownParts(cluster, index, fleet),
    own: own[index],
    reads: drafts.readLocations(index, own),
  }));
  return { request, fleet, clusters, storages: [...drafts.storages.values()] };
}

function knownParts(
  request: TenantCluster,
  index: number,
  fleet: FleetSnapshot,
): Omit<DraftCluster, 'own' | 'reads'> {
  const known = fleet.clusters.find(({ name }) => name === request.cluster);
  const veleros = (known?.veleros ?? []).filter(
    ({ namespace }) =>
      !request.veleroNamespace || namespace === request.veleroNamespace,
  );
  const velero = veleros.length === 1 ? veleros[0] : undefined;
  return {
    path: `clusters[${index}]`,
    request,
    name: request.cluster,
    known,
    velero,
    veleroNamespace:
      velero?.namespace ?? request.veleroNamespace ?? DEFAULT_VELERO_NAMESPACE,
  };
}
