import { VeleroService } from 'backstage-plugin-velero-node';
import { beginOnce } from '../lib/beginOnce';
import { DEFAULT_PACE, Pace } from '../lib/pollUntil';
import { asUser, TaskContext } from '../lib/TaskContext';
import { tell, telling } from '../lib/telling';
import { hasComeToNothing } from './beginOnboarding';
import { followOperation } from './followOperation';
import { ClusterOutcome, outcomesOf } from './outcomeOf';

/** A schedule that was paused, in words. */
export type PausedSchedule = {
  cluster: string;
  title: string;
  message: string;
};

/** What the action gives to the steps behind it. */
export interface OffboardingOutputs {
  operationId: string;
  clusters: ClusterOutcome[];
  schedules: PausedSchedule[];
}

/** Pauses the schedules of a tenant, and waits for the end. */
export async function offboard(
  ctx: TaskContext,
  options: {
    velero: VeleroService;
    tenant: string;
    timeLimit: number;
    pace?: Pace;
  },
): Promise<OffboardingOutputs> {
  const { velero, tenant, timeLimit, pace = DEFAULT_PACE } = options;
  const { operationId: id } = await beginOnce<{ operationId: string }>(ctx, {
    key: 'operation',
    begin: () =>
      telling(ctx, async () => {
        ctx.signal?.throwIfAborted();
        const begun = await velero.offboardTenant(tenant, await asUser(ctx));
        return { operationId: begun.id };
      }),
    nameOf: ({ operationId }) => operationId,
    cameToNothing: ({ operationId }) =>
      hasComeToNothing(ctx, velero, operationId),
  });
  tell(ctx, `Operation ${id} is under way`);
  const operation = await followOperation(ctx, { velero, id, timeLimit, pace });
  return {
    operationId: id,
    clusters: outcomesOf(operation),
    schedules: operation.clusters.flatMap(({ cluster, steps }) =>
      steps.map(({ title, message = '' }) => ({ cluster, title, message })),
    ),
  };
}
