import { readFile } from 'node:fs/promises';

/** The last lines of a file that are not empty. */
export async function tail(file, count) {
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n').filter(line => line.trim());
  return lines.slice(-count).join('\n');
}
