import { readFile } from 'node:fs/promises';

const LINE_LENGTH = 300;
const STACK_FRAME = /^\s+(at |\.\.\. )/;

/** The last lines of a file that tell something; a tool that crashes prints stacks, and lines of minified code. */
export async function tail(file, count) {
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text
    .split('\n')
    .filter(line => line.trim() && !STACK_FRAME.test(line));
  return lines
    .slice(-count)
    .map(line => line.slice(0, LINE_LENGTH))
    .join('\n');
}
