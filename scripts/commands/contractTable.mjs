import { runProgram } from '../lib/runProgram.mjs';

/** `npm run contract:table`: writes the page of the docs that lists all cases, from the results of the last runs. */
export function main() {
  return runProgram({
    folder: 'packages/contract',
    file: 'src/writeTable.ts',
    failure: 'The table was not written.',
  });
}
