import { setTimeout } from 'node:timers/promises';

/** Waits, and stops waiting without an error when the signal is aborted. */
export async function wait(
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
}
