import { setTimeout } from 'node:timers/promises';

/** Waits for something that happens soon; when it does not, the test runs into its own time limit. */
export async function until(
  condition: () => boolean | Promise<boolean>,
): Promise<void> {
  while (!(await condition())) {
    await setTimeout(2);
  }
}
