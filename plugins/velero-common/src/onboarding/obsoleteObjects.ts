import { FleetObject } from './FleetSnapshot';
import { isIn, isOwn } from './rules/objectIdentity';
import { DraftCluster, locationsOf, TenantDraft } from './TenantDraft';
import { scheduleNameOf } from './tenantNames';
import { ObsoleteObject } from './TenantPlan';
import { enabledKindsOf } from './tenantSchedules';

/** Finds what an earlier plan made for the tenant in a cluster and is no longer asked for, as a schedule that is off. */
export function obsoleteObjects(
  draft: TenantDraft,
  cluster: DraftCluster,
): ObsoleteObject[] {
  const { request, fleet } = draft;
  const locations = locationsOf(cluster).map(({ name }) => name);
  const schedules = enabledKindsOf(request).map(kind =>
    scheduleNameOf(request.tenant, cluster.name, kind),
  );
  const rest = (
    kind: ObsoleteObject['kind'],
    objects: FleetObject[],
    names: string[],
  ) =>
    objects
      .filter(isIn(cluster))
      .filter(({ owner }) => isOwn(draft, owner))
      .filter(({ name }) => !names.includes(name))
      .map(({ name }) => ({ kind, name }));
  return [
    ...rest('Schedule', fleet.schedules, schedules),
    ...rest('BackupStorageLocation', fleet.locations, locations),
  ];
}
