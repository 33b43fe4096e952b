import { ContractCase } from '../ContractCase';
import { ContractTarget, Need, Region } from '../target/ContractTarget';
import { CaseResult } from './CaseResult';
import { keepQueuesAwake } from './keepQueuesAwake';
import { runCase } from './runCase';

/**
 * What ties a case to the first region: it names the regions, or compares what tools print of one, or makes locations,
 * of which Velero looks at one after the other: those that nobody answers for would delay what others wait for.
 */
const BOUND: Need[] = ['secondRegion', 'veleroCli', 'kubectl', 'objectStore'];

export interface RunCasesOptions {
  target: ContractTarget;
  cases: ContractCase[];
  /** How many cases run at a time; they mostly wait. */
  parallel: number;
  /** Takes what tools print here as what is expected from now on. */
  record?: boolean;
  /**
   * Whether a case that failed is run once more, alone: on a busy machine real servers and tools take so long that what a
   * case waits for comes too late, or something else comes between, as a status between a tool's reading and its writing.
   * What passes then is told apart from what passed at once.
   */
  again?: boolean;
  signal: AbortSignal;
  onResult: (result: CaseResult) => void;
}

/** Runs the cases that disturb nobody beside each other, then the others one by one. */
export async function runCases(
  options: RunCasesOptions,
): Promise<CaseResult[]> {
  // Names have one length, so that columns of printed tables are as wide on every target.
  const runId = Math.random().toString(36).slice(2, 6).padEnd(4, '0');
  const { target } = options;
  const letSleep = target.shared
    ? async () => {}
    : keepQueuesAwake(target, `vc-${runId}-wake`);
  try {
    return await runAll(options, createRun(options, runId));
  } finally {
    await letSleep();
  }
}

/** Runs those that failed alone; the second result counts. */
async function runAgain(
  results: CaseResult[],
  cases: ContractCase[],
  run: Run,
): Promise<CaseResult[]> {
  const final: CaseResult[] = [];
  for (const result of results) {
    const { id, outcome, reason: before } = result;
    const failed = outcome === 'failed' && cases.find(one => one.id === id);
    final.push(failed ? { ...(await run(failed)), before } : result);
  }
  return final;
}

type Run = (contractCase: ContractCase) => Promise<CaseResult>;

async function runAll(
  { cases, parallel, again = false }: RunCasesOptions,
  run: Run,
) {
  const peaceful = cases.filter(({ exclusive }) => !exclusive);
  const results = await runBeside(peaceful, parallel, run);
  for (const contractCase of cases.filter(({ exclusive }) => exclusive)) {
    results.push(await run(contractCase));
  }
  return again ? runAgain(results, cases, run) : results;
}

function createRun(
  { target, record, signal, onResult }: RunCasesOptions,
  runId: string,
): Run {
  let number = 0;
  return async (contractCase: ContractCase) => {
    signal.throwIfAborted();
    number += 1;
    const prefix = `vc-${runId}-${String(number).padStart(3, '0')}`;
    const result = await runCase(contractCase, {
      target,
      regions: regionsFor(contractCase, target, number),
      prefix,
      record,
      signal,
    });
    onResult(result);
    return result;
  };
}

/** Where what a case says does not depend on it, it plays in one region or the other: both work at a time then. */
function regionsFor(
  { exclusive, needs = [] }: ContractCase,
  { regions }: ContractTarget,
  number: number,
): Region[] {
  const isBound = exclusive || BOUND.some(need => needs.includes(need));
  const first = isBound ? 0 : number % regions.length;
  return [...regions.slice(first), ...regions.slice(0, first)];
}

async function runBeside(
  cases: ContractCase[],
  parallel: number,
  run: Run,
): Promise<CaseResult[]> {
  const waiting = [...cases];
  const results: CaseResult[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      results.push(await run(next));
    }
  };
  // All are waited for, also when one breaks off: each removes what its cases have made.
  const ended = await Promise.allSettled(
    Array.from({ length: parallel }, work),
  );
  const broken = ended.find(({ status }) => status === 'rejected');
  if (broken?.status === 'rejected') {
    throw broken.reason;
  }
  return results;
}
