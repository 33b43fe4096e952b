import { setTimeout as sleep } from 'node:timers/promises';
import { isPassing } from './explain';
import { TaskContext } from './TaskContext';

/** How often a request is sent whose answer was lost. */
const ATTEMPTS = 3;
const BETWEEN_ATTEMPTS = 1_000;

/** Sends a request that does the same however often it is sent, until it is answered; none after a cancellation. */
export async function sendUntilAnswered<T>(
  ctx: TaskContext,
  send: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      ctx.signal?.throwIfAborted();
      return await send();
    } catch (error) {
      if (ctx.signal?.aborted || !isPassing(error) || attempt === ATTEMPTS) {
        throw error;
      }
      await sleep(BETWEEN_ATTEMPTS);
    }
  }
}
