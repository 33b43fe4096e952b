import { setTimeout as sleep } from 'node:timers/promises';
import { isPassing } from './explain';

/** How often is asked, in milliseconds: at first, and at last. */
export interface Pace {
  first: number;
  last: number;
}

export const DEFAULT_PACE: Pace = { first: 1_000, last: 5_000 };

const GROWTH = 1.5;

/**
 * Asks again and again, ever more rarely, until there is an answer. A backend that is not there for a while is asked
 * on.
 *
 * @returns nothing when the signal was aborted before
 */
export async function pollUntil<T>(options: {
  ask: () => Promise<T | undefined>;
  signal: AbortSignal;
  pace: Pace;
}): Promise<T | undefined> {
  const { ask, signal, pace } = options;
  let pause = pace.first;
  while (!signal.aborted) {
    const answer = await ask().catch(error => {
      if (!isPassing(error)) {
        throw error;
      }
      return undefined;
    });
    if (answer !== undefined) {
      return answer;
    }
    await sleep(pause, undefined, { signal }).catch(() => undefined);
    pause = Math.min(pause * GROWTH, pace.last);
  }
  return undefined;
}
