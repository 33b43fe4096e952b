import { wait } from '../lib/wait';
import { ClusterRegistry } from './ClusterRegistry';

/** Milliseconds. */
const POLL = 50;

/**
 * Waits until it is known which clusters there are, since one that is missing right after a start need not be gone. A
 * source that never answers holds up nothing for ever.
 *
 * @param options - `atMost` in milliseconds; `signal` ends the waiting
 */
export async function untilComplete(
  registry: Pick<ClusterRegistry, 'isComplete'>,
  options: { atMost: number; signal: AbortSignal },
): Promise<void> {
  const end = performance.now() + options.atMost;
  while (
    !registry.isComplete() &&
    !options.signal.aborted &&
    performance.now() < end
  ) {
    await wait(POLL, options.signal);
  }
}
