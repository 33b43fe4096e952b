import { runProgram } from '../lib/runProgram.mjs';

/** `npm run access:table`: writes the page of the docs that says what every route answers to whom. */
export function main() {
  return runProgram({
    folder: 'plugins/velero-backend',
    file: 'src/access/__testUtils__/matrix/writePage.ts',
    failure: 'The table was not written.',
  });
}
