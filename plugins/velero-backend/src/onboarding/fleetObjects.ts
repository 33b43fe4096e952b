import {
  FleetLocation,
  FleetObject,
  ownerOfObject,
  readStorageLocation,
} from 'backstage-plugin-velero-common';
import { StoredOperation } from '../store/OperationStore';
import { OperationProgress } from './apply/StepRecord';
import { LiveObject } from './LiveObjects';
import { OnboardingTask } from './OnboardingTask';

type Located = Pick<LiveObject, 'cluster' | 'object'>;

/** Makes what a plan looks at of an object. */
export function objectOfLive({ cluster, object }: Located): FleetObject {
  const { namespace: veleroNamespace = '', name = '' } = object.metadata;
  const owner = ownerOfObject(object);
  return { cluster, veleroNamespace, name, ...(owner && { owner }) };
}

/** Makes what a plan looks at of a storage location. */
export function locationOfObject(located: Located): FleetLocation {
  const { provider, endpoint, bucket, prefix, accessMode } =
    readStorageLocation(located.object);
  const { config, credential } = (located.object.spec ?? {}) as {
    config?: { region?: string };
    credential?: { name?: string; key?: string };
  };
  const { name, key } = credential ?? {};
  return {
    ...objectOfLive(located),
    ...{ provider, endpoint, bucket, prefix, accessMode },
    region: config?.region,
    ...(name && key && { credential: { name, key } }),
  };
}

/** The locations that an operation makes or has made; those that it took back are left out. */
export function plannedLocations({
  task,
  progress,
}: StoredOperation): FleetLocation[] {
  const { plan }: OnboardingTask = JSON.parse(task);
  const { clusters }: OperationProgress = JSON.parse(progress);
  const undone = clusters
    .filter(({ state }) => state === 'undone')
    .map(({ cluster }) => cluster);
  return plan.clusters
    .filter(({ cluster }) => !undone.includes(cluster))
    .flatMap(({ cluster, locations }) =>
      locations.map(({ object }) => locationOfObject({ cluster, object })),
    );
}
