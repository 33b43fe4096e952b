import { setTimeout as sleep } from 'node:timers/promises';

const INTERVAL = 200;
const TIME_LIMIT = 90_000;

/** Repeats a check until it no longer throws; the page follows changes by itself, in its own time. */
export async function eventually(check) {
  const giveUpAt = Date.now() + TIME_LIMIT;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > giveUpAt) {
        throw error;
      }
      await sleep(INTERVAL);
    }
  }
}
