import { OffboardingPlan } from 'backstage-plugin-velero-common';
import { OffboardingTask } from './OnboardingTask';

/** Makes what is shown of what would be paused. */
export function toOffboardingPlan(
  tenant: string,
  { owner, clusters }: OffboardingTask,
): OffboardingPlan {
  return {
    tenant,
    owner,
    clusters: clusters.map(({ cluster, schedules, problem }) => ({
      cluster,
      schedules: schedules.map(
        ({ namespace: veleroNamespace, ...schedule }) => ({
          veleroNamespace,
          ...schedule,
        }),
      ),
      ...(problem !== undefined && { problem }),
    })),
  };
}
