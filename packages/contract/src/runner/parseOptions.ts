import { parseArgs } from 'node:util';

export const TARGETS = ['sandbox', 'real', 'existing'] as const;

export interface RunnerOptions {
  target: (typeof TARGETS)[number];
  /** Only cases whose id begins so. */
  only: string[];
  parallel: number;
  /** Where the results are written, as JSON. */
  output?: string;
  /** Takes what a real server prints as what is expected from now on. */
  record: boolean;
  /** Runs a case that failed once more, alone. */
  again: boolean;
}

const USAGE = `Usage: contract [--target sandbox|real|existing] [--only ID]… [--parallel N] [--output FILE] [--record] [--again]`;

/** Reads the command line; an error says how it is used. */
export function parseOptions(args: string[]): RunnerOptions {
  const { values } = readArguments(args);
  const target = TARGETS.find(name => name === values.target);
  const parallel = Number(values.parallel);
  if (!target) {
    throw new Error(`There is no target '${values.target}'.\n${USAGE}`);
  }
  if (!Number.isInteger(parallel) || parallel < 1) {
    throw new Error(`'${values.parallel}' is no number of cases.\n${USAGE}`);
  }
  if (values.record && target !== 'real') {
    throw new Error(
      `Only what the target 'real' prints is recorded.\n${USAGE}`,
    );
  }
  const { only = [], output, record = false, again = false } = values;
  return { target, only, parallel, output, record, again };
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        target: { type: 'string', default: 'sandbox' },
        only: { type: 'string', multiple: true },
        parallel: { type: 'string', default: '24' },
        output: { type: 'string' },
        record: { type: 'boolean' },
        again: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}
