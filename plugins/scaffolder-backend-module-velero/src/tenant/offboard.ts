import {
  lastExpiryInWords,
  OffboardingCluster,
} from 'backstage-plugin-velero-common';
import { VeleroService } from 'backstage-plugin-velero-node';
import { beginOnce } from '../lib/beginOnce';
import { checkpointKey } from '../lib/checkpointKey';
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

/** Tells what would be paused, and pauses nothing. */
export async function planOffboarding(
  ctx: TaskContext,
  { velero, tenant }: { velero: VeleroService; tenant: string },
): Promise<OffboardingOutputs> {
  const credentials = await asUser(ctx, ctx.signal);
  const { clusters } = await velero.planOffboarding(tenant, credentials);
  const outputs = {
    operationId: '',
    clusters: clusters.map(({ cluster, problem }) => ({
      cluster,
      state: 'waiting' as const,
      ...(problem !== undefined && {
        message: `Nothing would be paused: ${problem}`,
      }),
    })),
    schedules: clusters
      .filter(({ problem }) => problem === undefined)
      .flatMap(({ cluster, schedules }) =>
        schedules.map(schedule => ({ cluster, ...inWords(schedule) })),
      ),
  };
  for (const { cluster, title, message } of outputs.schedules) {
    tell(ctx, `${cluster}: ${title}. ${message}`);
  }
  for (const { cluster, message } of outputs.clusters) {
    if (message !== undefined) {
      tell(ctx, `${cluster}: ${message}`);
    }
  }
  return outputs;
}

function inWords(schedule: OffboardingCluster['schedules'][number]) {
  return {
    title: `Would pause schedule ${schedule.name}`,
    message: lastExpiryInWords(schedule),
  };
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
    key: checkpointKey('operation', { tenant }),
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
