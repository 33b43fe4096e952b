import { readFile } from 'node:fs/promises';

const LINE_LENGTH = 300;

/** The last lines of a file that are not empty; a tool that crashes can print a line of minified code. */
export async function tail(file, count) {
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n').filter(line => line.trim());
  return lines
    .slice(-count)
    .map(line => line.slice(0, LINE_LENGTH))
    .join('\n');
}
