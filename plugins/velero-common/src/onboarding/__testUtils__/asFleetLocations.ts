import { readStorageLocation } from '../../velero/storageLocation';
import { FleetLocation, FleetObject } from '../FleetSnapshot';
import { ownerOfObject } from '../ownershipMarks';
import { TenantPlan } from '../TenantPlan';

/** What the fleet holds once a plan was applied. */
export function asFleetLocations({ clusters }: TenantPlan): FleetLocation[] {
  return clusters.flatMap(({ cluster, veleroNamespace, locations }) =>
    locations.map(({ object }) => {
      const { provider, endpoint, bucket, prefix, accessMode } =
        readStorageLocation(object);
      const { credential, config } = object.spec;
      return {
        cluster,
        veleroNamespace,
        name: object.metadata.name,
        owner: ownerOfObject(object),
        provider,
        endpoint,
        region: config.region,
        bucket,
        prefix,
        accessMode,
        credential,
      };
    }),
  );
}

export function asFleetSchedules({ clusters }: TenantPlan): FleetObject[] {
  return clusters.flatMap(({ cluster, veleroNamespace, schedules }) =>
    schedules.map(({ object }) => ({
      cluster,
      veleroNamespace,
      name: object.metadata.name,
      owner: ownerOfObject(object),
    })),
  );
}
