import { setTimeout as sleep } from 'node:timers/promises';

const INTERVAL_MILLIS = 50;

export interface PollOptions {
  check(): Promise<boolean>;
  limitMillis: number;
  signal: AbortSignal;
}

/** Asks until the answer is yes; false when the time is over. */
export async function poll(options: PollOptions): Promise<boolean> {
  const { check, limitMillis, signal } = options;
  const end = performance.now() + limitMillis;
  while (performance.now() < end) {
    signal.throwIfAborted();
    if (await check()) {
      return true;
    }
    await sleep(INTERVAL_MILLIS, undefined, { signal });
  }
  return false;
}
