import { DEFAULT_PACE, Pace } from '../lib/pollUntil';
import { TaskContext } from '../lib/TaskContext';
import { tell } from '../lib/telling';
import { backupOptionOf } from './backupOptionOf';
import { BegunBackup, beginBackup } from './beginBackup';
import { followBackup } from './followBackup';
import { WantedBackup } from './WantedBackup';

/** What the action gives to the steps behind it. */
export type BackupOutputs = BegunBackup & { phase: string };

/** Checks what is asked for, and makes nothing. */
export async function dryRun(
  ctx: TaskContext,
  wanted: WantedBackup,
): Promise<BackupOutputs> {
  const option = await backupOptionOf(ctx, wanted);
  const { cluster } = wanted.request;
  return { ...option, cluster, name: '', phase: '' };
}

/** Has the backup made, and waits for its end if wanted. */
export async function makeBackup(
  ctx: TaskContext,
  options: WantedBackup & { wait: boolean; timeLimit: number; pace?: Pace },
): Promise<BackupOutputs> {
  const { wait, pace = DEFAULT_PACE } = options;
  const backup = await beginBackup(ctx, options);
  const { cluster, veleroNamespace, name } = backup;
  tell(ctx, `Cluster ${cluster} has taken backup ${name}`);
  const key = { cluster, veleroNamespace, name };
  const phase = wait ? await followBackup(ctx, { ...options, key, pace }) : '';
  return { ...backup, phase };
}
