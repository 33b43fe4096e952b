import {
  CreatedSchedule,
  ScheduleOutcome,
  ScheduleRequest,
} from 'backstage-plugin-velero-common';
import { VeleroService } from 'backstage-plugin-velero-node';
import { checkpointKey } from '../lib/checkpointKey';
import { sendUntilAnswered } from '../lib/sendUntilAnswered';
import { asUser, TaskContext } from '../lib/TaskContext';
import { tell } from '../lib/telling';

/** A schedule as a template asks for it. */
export interface WantedSchedule {
  velero: VeleroService;
  entityRef: string;
  request: ScheduleRequest;
}

/** What the action gives to the steps behind it, and what its checkpoint keeps. */
export type ScheduleOutputs = {
  outcome: ScheduleOutcome;
  cluster: string;
  veleroNamespace: string;
  name: string;
  storageLocation: string;
};

const WORDS: Record<ScheduleOutcome, (name: string, where: string) => string> =
  {
    created: (name, where) => `Cluster ${where} has taken schedule ${name}`,
    unchanged: (name, where) =>
      `Cluster ${where} has schedule ${name} as it is wanted. Nothing was changed`,
    planned: (name, where) =>
      `Schedule ${name} would be made in cluster ${where}`,
  };

/** Checks what is asked for, and makes nothing. */
export async function planSchedule(
  ctx: TaskContext,
  { velero, entityRef, request }: WantedSchedule,
): Promise<ScheduleOutputs> {
  const planned = await velero.createSchedule(
    entityRef,
    { ...request, dryRun: true },
    await asUser(ctx, ctx.signal),
  );
  return told(ctx, planned);
}

/** Has the schedule made, or finds that it is there as wanted. A task that is run again gives what it gave before. */
export function makeSchedule(
  ctx: TaskContext,
  { velero, entityRef, request }: WantedSchedule,
): Promise<ScheduleOutputs> {
  return ctx.checkpoint({
    key: checkpointKey('schedule', { entityRef, request }),
    fn: async () =>
      told(
        ctx,
        await sendUntilAnswered(ctx, async () =>
          velero.createSchedule(entityRef, request, await asUser(ctx)),
        ),
      ),
  });
}

function told(ctx: TaskContext, schedule: CreatedSchedule): ScheduleOutputs {
  const { outcome, cluster, veleroNamespace, name, storageLocation } = schedule;
  tell(ctx, WORDS[outcome](name, cluster));
  for (const warning of schedule.warnings) {
    tell(ctx, `Note: ${warning}`);
  }
  return { outcome, cluster, veleroNamespace, name, storageLocation };
}
