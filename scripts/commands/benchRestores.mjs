import { startPostgres } from '../lib/postgres.mjs';
import { runProgram } from '../lib/runProgram.mjs';

const REQUESTS = '10000';

/** `npm run bench:restores`; BENCH_RESTORES says how many, BENCH_DATABASE where they are kept, if not on a PostgreSQL of its own. */
export function main() {
  return runProgram({
    folder: 'packages/bench',
    file: 'src/index.ts',
    args: ['restores'],
    failure: 'The benchmark missed a goal or broke off.',
    prepare: async processes => ({
      BENCH_RESTORES: process.env.BENCH_RESTORES ?? REQUESTS,
      BENCH_DATABASE:
        process.env.BENCH_DATABASE ??
        (await startPostgres(processes)).connectionString,
    }),
  });
}
