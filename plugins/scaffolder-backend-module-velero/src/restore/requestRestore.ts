import {
  hasEnded,
  RestoreRequestDetails,
  RestoreState,
  RestoreWish,
} from 'backstage-plugin-velero-common';
import { VeleroService } from 'backstage-plugin-velero-node';
import { randomUUID } from 'node:crypto';
import { checkpointKey } from '../lib/checkpointKey';
import { DEFAULT_PACE, Pace, pollUntil } from '../lib/pollUntil';
import { sendUntilAnswered } from '../lib/sendUntilAnswered';
import { asUser, TaskContext } from '../lib/TaskContext';
import { tell } from '../lib/telling';

/** A restore as a template asks for it. */
export interface WantedRestore {
  velero: VeleroService;
  entityRef?: string;
  wish: RestoreWish;
}

/** What the action gives to the steps behind it. */
export type RestoreOutputs = {
  /** Empty in a dry run. */
  id: string;
  /** Empty in a dry run. */
  state: RestoreState | '';
  /** Whether somebody has to agree. */
  needsApproval: boolean;
};

/** Tells what would come of it, and asks for nothing. */
export async function previewRestore(
  ctx: TaskContext,
  { velero, entityRef, wish }: WantedRestore,
): Promise<RestoreOutputs> {
  const preview = await velero.previewRestore(
    { wish, entityRef },
    await asUser(ctx, ctx.signal),
  );
  for (const { level, message } of preview.checks) {
    tell(ctx, `${level}: ${message}`);
  }
  if (!preview.allow) {
    throw new Error(`Refused: ${preview.reasons.join('; ')}`);
  }
  return { id: '', state: '', needsApproval: preview.approvals.length > 0 };
}

/** Asks for the restore once, however often the task runs, and waits for its end if wanted. */
export async function requestRestore(
  ctx: TaskContext,
  wanted: WantedRestore,
  options: { wait: boolean; timeLimit: number; pace?: Pace },
): Promise<RestoreOutputs> {
  const asked = await ask(ctx, wanted);
  tell(ctx, `Request ${asked.id} is ${asked.state}`);
  const request = options.wait
    ? await follow(ctx, wanted.velero, asked.id, options)
    : asked;
  return {
    id: request.id,
    state: request.state,
    needsApproval: request.approvals.length > 0,
  };
}

async function ask(
  ctx: TaskContext,
  { velero, entityRef, wish }: WantedRestore,
): Promise<RestoreRequestDetails> {
  // In a checkpoint: when the answer is lost, the next run asks for the same.
  const key = await ctx.checkpoint({
    key: checkpointKey('restore-request', { entityRef, wish }),
    fn: async () => randomUUID() as string,
  });
  return sendUntilAnswered(ctx, async () =>
    velero.requestRestore({ wish, entityRef, key }, await asUser(ctx)),
  );
}

/** @throws Error for a request that came to nothing, with the reason */
async function follow(
  ctx: TaskContext,
  velero: VeleroService,
  id: string,
  options: { timeLimit: number; pace?: Pace },
): Promise<RestoreRequestDetails> {
  const late = AbortSignal.timeout(options.timeLimit);
  let told = '';
  const ended = await pollUntil({
    signal: ctx.signal ? AbortSignal.any([ctx.signal, late]) : late,
    pace: options.pace ?? DEFAULT_PACE,
    ask: async () => {
      const request = await velero.getRestoreRequest(
        id,
        await asUser(ctx, ctx.signal),
      );
      if (request.state !== told) {
        told = request.state;
        tell(ctx, `Request ${id} is ${told}`);
      }
      return isOver(request.state) ? request : undefined;
    },
  });
  if (!ended) {
    throw new Error(
      ctx.signal?.aborted
        ? `The task was cancelled. Request ${id} goes on; cancel it in the portal`
        : `Request ${id} has not ended in time, and goes on. Run the task again to wait for it`,
    );
  }
  if (ended.state !== 'succeeded') {
    const { message, remedy } = ended.outcome ?? {};
    const reasons = [message, remedy].filter(Boolean).join('. ');
    throw new Error(`Request ${id} is ${ended.state}: ${reasons}`);
  }
  return ended;
}

/** Of what nobody can tell, waiting tells no more. */
function isOver(state: RestoreState): boolean {
  return hasEnded(state) || state === 'unknown';
}
