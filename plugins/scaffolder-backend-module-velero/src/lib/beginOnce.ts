import { JsonObject } from '@backstage/types';
import { TaskContext } from './TaskContext';

/**
 * Begins something that outlives the task, and gives what an earlier run of the same task has begun, so that a task
 * that is run again does not do things twice. When that came to nothing, something new is begun.
 */
export async function beginOnce<T extends JsonObject>(
  ctx: TaskContext,
  options: {
    key: string;
    begin: () => Promise<T>;
    nameOf: (begun: T) => string;
    cameToNothing: (begun: T) => Promise<boolean>;
  },
): Promise<T> {
  let { key } = options;
  for (;;) {
    let isNew = false;
    const begun = await ctx.checkpoint({
      key,
      fn: async () => {
        isNew = true;
        return options.begin();
      },
    });
    if (isNew || !(await options.cameToNothing(begun))) {
      return begun;
    }
    key = `${options.key}-after-${options.nameOf(begun)}`;
  }
}
