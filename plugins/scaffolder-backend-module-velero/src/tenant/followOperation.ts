import { Operation } from 'backstage-plugin-velero-common';
import { VeleroService } from 'backstage-plugin-velero-node';
import { explain } from '../lib/explain';
import { Pace, pollUntil } from '../lib/pollUntil';
import { asUser, TaskContext } from '../lib/TaskContext';
import { tell } from '../lib/telling';
import { outcomeInWords } from './outcomeOf';
import { StepLog } from './StepLog';

const WORK: Record<Operation['kind'], string> = {
  onboard: 'Onboarding',
  offboard: 'Offboarding',
};

/** How long taking everything back is waited for. */
const UNDO_LIMIT = 5 * 60_000;

/**
 * Waits until an operation has succeeded, and writes each step into the log of the task. When the task is cancelled the
 * operation is, too, and what it has made is taken back.
 *
 * @throws Error that says what became of each cluster
 */
export async function followOperation(
  ctx: TaskContext,
  options: {
    velero: VeleroService;
    id: string;
    timeLimit: number;
    pace: Pace;
  },
): Promise<Operation> {
  const { velero, id, timeLimit, pace } = options;
  const log = new StepLog(line => tell(ctx, line));
  const ended = (signal: AbortSignal) =>
    pollUntil({
      signal,
      pace,
      ask: async () => {
        const operation = await velero.getOperation(id, await asUser(ctx));
        log.report(operation);
        return operation.state === 'running' ? undefined : operation;
      },
    }).catch(error => {
      throw new Error(
        `Operation ${id} goes on, but cannot be followed: ${explain(error)}`,
      );
    });

  const late = AbortSignal.timeout(timeLimit);
  const operation = await ended(
    ctx.signal ? AbortSignal.any([ctx.signal, late]) : late,
  );
  if (operation) {
    return succeeded(operation);
  }
  if (!ctx.signal?.aborted) {
    throw new Error(
      `Operation ${id} has not ended in time, and goes on. Run the task again to follow it`,
    );
  }
  tell(
    ctx,
    'The task was cancelled: what was made is taken back, unless all of it is there already',
  );
  await velero.cancelOperation(id, await asUser(ctx)).catch(error => {
    throw new Error(
      `The task was cancelled, but operation ${id} could not be, and goes on: ${explain(
        error,
      )}`,
    );
  });
  const undone = await ended(AbortSignal.timeout(UNDO_LIMIT));
  if (!undone) {
    throw new Error(
      `The task was cancelled. Operation ${id} is still taking back what it has made`,
    );
  }
  const complete = succeeded(undone);
  tell(ctx, 'It was there already, and stays');
  return complete;
}

function succeeded(operation: Operation): Operation {
  const { kind, state, tenant } = operation;
  if (state !== 'succeeded') {
    throw new Error(
      `${WORK[kind]} tenant '${tenant}' ${
        state === 'cancelled' ? 'was cancelled' : 'has failed'
      }:\n${outcomeInWords(operation)}`,
    );
  }
  return operation;
}
