import { runProgram } from '../lib/runProgram.mjs';

/** `npm run bench -- [GROUP…]`; BENCH_BACKUPS, BENCH_DATABASE and BENCH_OUTPUT change what is measured and where it is written. */
export function main(args) {
  return runProgram({
    folder: 'packages/bench',
    file: 'src/index.ts',
    args,
    failure: 'The benchmark missed a goal or broke off.',
  });
}
