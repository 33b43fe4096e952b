import {
  FleetLocation,
  readFleetLocation,
} from 'backstage-plugin-velero-common';
import { StoredOperation } from '../store/OperationStore';
import { OperationProgress } from './apply/StepRecord';
import { OnboardingTask } from './OnboardingTask';

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
      locations.map(({ object }) => readFleetLocation(cluster, object)),
    );
}
