import { runProgram } from '../lib/runProgram.mjs';

/** `npm run real-velero -- 2`: starts real clusters to try things on, until Ctrl-C. */
export function main(args) {
  return runProgram({
    folder: 'packages/real-velero',
    file: 'src/main.ts',
    args,
    failure: 'The clusters did not start, or broke off.',
  });
}
