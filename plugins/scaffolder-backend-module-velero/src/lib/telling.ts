import { hiderOf } from './hideSecrets';
import { explain } from './explain';
import { TaskContext } from './TaskContext';

/**
 * Does a part of an action. Whatever it fails with is told in words, without its cause and without any secret of the
 * task: the scaffolder keeps errors in its database and shows them.
 */
export async function telling<T>(
  ctx: TaskContext,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Error(hiderOf(ctx.secrets)(explain(error)));
  }
}

/** Writes a line into the log of the task, without any of its secrets. */
export function tell(ctx: TaskContext, line: string) {
  ctx.logger.info(hiderOf(ctx.secrets)(line));
}
