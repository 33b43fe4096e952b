import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Does the work unless it was done for the same input before.
 *
 * The marker is written after success only, so work that was cut short is done again.
 */
export async function doOnce({ marker, input, work }) {
  const done = await readFile(marker, 'utf8').catch(() => undefined);
  if (done === input) {
    return;
  }
  await rm(marker, { force: true });
  await work();
  await mkdir(path.dirname(marker), { recursive: true });
  await writeFile(marker, input);
}
