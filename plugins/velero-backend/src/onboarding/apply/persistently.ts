import { wait } from '../../lib/wait';
import { isPassing } from './isPassing';
import { StepContext } from './Step';

/** Milliseconds before each further attempt; together longer than an API server takes to start again. */
const PAUSES = [500, 1_000, 2_000, 5_000, 10_000, 10_000];

/** No server that asks for more time is waited for longer. */
const LONGEST_PAUSE = 30_000;

/** Does again what a cluster refuses for the moment only: a step that fails has everything taken back. */
export async function persistently<T>(
  { signal }: Pick<StepContext, 'signal'>,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let count = 0; ; count++) {
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      if (count === PAUSES.length || !isPassing(error)) {
        throw error;
      }
      const asked = Math.min(error.retryAfter ?? 0, LONGEST_PAUSE);
      await wait(Math.max(PAUSES[count], asked), signal);
      signal.throwIfAborted();
    }
  }
}
