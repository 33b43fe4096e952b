import { BackupDetails, BackupKey } from 'backstage-plugin-velero-common';
import { VeleroService } from 'backstage-plugin-velero-node';
import { statusOf } from '../lib/explain';
import { Pace, pollUntil } from '../lib/pollUntil';
import { asUser, TaskContext } from '../lib/TaskContext';
import { tell } from '../lib/telling';
import { willDo } from './willDo';

/**
 * Waits for the end of a backup and gives its phase.
 *
 * @throws Error for a backup that has come to nothing, with what Velero says
 */
export async function followBackup(
  ctx: TaskContext,
  options: {
    velero: VeleroService;
    key: BackupKey;
    acceptPartiallyFailed: boolean;
    timeLimit: number;
    pace: Pace;
  },
): Promise<string> {
  const { velero, key, acceptPartiallyFailed, timeLimit, pace } = options;
  const { name } = key;
  const late = AbortSignal.timeout(timeLimit);
  let phase = '';
  const backup = await pollUntil({
    signal: ctx.signal ? AbortSignal.any([ctx.signal, late]) : late,
    pace,
    ask: async () => {
      const found = await findBackup(ctx, velero, key);
      if (found && found.phase !== phase) {
        phase = found.phase;
        tell(ctx, `Backup ${name}: ${phase}`);
      }
      return found?.lifecycle === 'finished' ? found : undefined;
    },
  });
  if (!backup) {
    throw new Error(
      ctx.signal?.aborted
        ? `The task was cancelled. Velero goes on with backup ${name}`
        : `Backup ${name} has not ended in time, and goes on. Run the task again to wait for it`,
    );
  }
  return judge(backup, acceptPartiallyFailed);
}

/** What the cluster has just taken may not be collected yet. */
async function findBackup(
  ctx: TaskContext,
  velero: VeleroService,
  key: BackupKey,
): Promise<BackupDetails | undefined> {
  try {
    return await velero.getBackup(key, await asUser(ctx, ctx.signal));
  } catch (error) {
    if (statusOf(error) === 404) {
      return undefined;
    }
    throw error;
  }
}

function judge(backup: BackupDetails, acceptPartiallyFailed: boolean): string {
  const { name, phase, errors = 0 } = backup;
  if (willDo(backup, acceptPartiallyFailed)) {
    return phase;
  }
  const reasons = [
    ...backup.validationErrors,
    ...(backup.failureReason ? [backup.failureReason] : []),
    ...(errors > 0 ? [`${errors} errors`] : []),
  ];
  throw new Error(
    `Backup ${name} has ended as ${phase}: ${
      reasons.join('; ') || 'Velero gives no reason'
    }`,
  );
}
