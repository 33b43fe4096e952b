import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats an expectation until it holds; the test's own time limit ends it otherwise. */
export async function eventually<T>(
  expectation: () => T | Promise<T>,
): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
      await sleep(10);
    }
  }
}
