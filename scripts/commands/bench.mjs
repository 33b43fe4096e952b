import { runProgram } from '../lib/runProgram.mjs';

/** `yarn bench`; BENCH_BACKUPS, BENCH_DATABASE and BENCH_OUTPUT change what is measured and where it is written. */
export function main() {
  return runProgram({
    folder: 'packages/bench',
    file: 'src/index.ts',
    failure: 'The benchmark missed a goal or broke off.',
  });
}
