import { ContractCase } from '../ContractCase';
import { ContractTarget } from '../target/ContractTarget';
import { CaseResult } from './CaseResult';
import { runCase } from './runCase';

export interface RunCasesOptions {
  target: ContractTarget;
  cases: ContractCase[];
  /** How many cases run at a time; they mostly wait. */
  parallel: number;
  signal: AbortSignal;
  onResult: (result: CaseResult) => void;
}

/** Runs the cases that disturb nobody beside each other, then the others one by one. */
export async function runCases(
  options: RunCasesOptions,
): Promise<CaseResult[]> {
  const { cases, parallel } = options;
  const run = createRun(options);
  const peaceful = cases.filter(({ exclusive }) => !exclusive);
  const results = await runBeside(peaceful, parallel, run);
  for (const contractCase of cases.filter(({ exclusive }) => exclusive)) {
    results.push(await run(contractCase));
  }
  return results;
}

function createRun({ target, signal, onResult }: RunCasesOptions) {
  // Names have one length, so that columns of printed tables are as wide on every target.
  const runId = Math.random().toString(36).slice(2, 6).padEnd(4, '0');
  let number = 0;
  return async (contractCase: ContractCase) => {
    signal.throwIfAborted();
    number += 1;
    const prefix = `vc-${runId}-${String(number).padStart(3, '0')}`;
    const result = await runCase(contractCase, { target, prefix, signal });
    onResult(result);
    return result;
  };
}

async function runBeside(
  cases: ContractCase[],
  parallel: number,
  run: (contractCase: ContractCase) => Promise<CaseResult>,
): Promise<CaseResult[]> {
  const waiting = [...cases];
  const results: CaseResult[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      results.push(await run(next));
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return results;
}
