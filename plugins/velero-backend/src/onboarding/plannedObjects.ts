import { StoredOperation } from '../store/OperationStore';
import { OperationProgress } from './apply/StepRecord';
import { LiveObject } from './LiveObjects';
import { OnboardingTask } from './OnboardingTask';

/** The locations and schedules that an operation makes or has made; those that it took back are left out. */
export function plannedObjects({
  task,
  progress,
}: StoredOperation): LiveObject[] {
  const { plan }: Partial<OnboardingTask> = JSON.parse(task);
  const { clusters }: OperationProgress = JSON.parse(progress);
  const undone = clusters
    .filter(({ state }) => state === 'undone')
    .map(({ cluster }) => cluster);
  // One that is still being prepared has no plan.
  const planned = plan?.clusters ?? [];
  return planned
    .filter(({ cluster }) => !undone.includes(cluster))
    .flatMap(({ cluster, locations, schedules }): LiveObject[] => [
      ...locations.map(({ object }) => ({
        ...{ cluster, object },
        resource: 'backupstoragelocations' as const,
      })),
      ...schedules.map(({ object }) => ({
        ...{ cluster, object },
        resource: 'schedules' as const,
      })),
    ]);
}
