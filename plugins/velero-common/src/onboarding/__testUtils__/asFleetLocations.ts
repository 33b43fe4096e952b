import { FleetLocation, FleetObject } from '../FleetSnapshot';
import { readFleetLocation, readFleetObject } from '../readFleetObject';
import { TenantPlan } from '../TenantPlan';

/** What the fleet holds once a plan was applied. */
export function asFleetLocations({ clusters }: TenantPlan): FleetLocation[] {
  return clusters.flatMap(({ cluster, locations }) =>
    locations.map(({ object }) => readFleetLocation(cluster, object)),
  );
}

export function asFleetSchedules({ clusters }: TenantPlan): FleetObject[] {
  return clusters.flatMap(({ cluster, schedules }) =>
    schedules.map(({ object }) => readFleetObject(cluster, object)),
  );
}
