import { readFile } from 'node:fs/promises';
import { tellingLines } from './tellingLines.mjs';

const LINE_LENGTH = 300;

/** The last lines of a file that tell something; a tool that crashes prints lines of minified code, too. */
export async function tail(file, count) {
  const text = await readFile(file, 'utf8').catch(() => '');
  return tellingLines(text)
    .slice(-count)
    .map(line => line.slice(0, LINE_LENGTH))
    .join('\n');
}
