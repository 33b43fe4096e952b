import { stripVTControlCharacters } from 'node:util';

const STACK_FRAME = /^\s+(at |\.\.\. )/;
const ACCESS_LOG = /\btype="incomingRequest"/;

/** The lines that tell something, without colours: no stacks, and no log of requests. */
export function tellingLines(text) {
  return stripVTControlCharacters(text)
    .split('\n')
    .filter(
      line => line.trim() && !STACK_FRAME.test(line) && !ACCESS_LOG.test(line),
    );
}
