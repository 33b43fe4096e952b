import { ContractCase } from '../ContractCase';
import { CaseContext } from '../fixture/CaseContext';
import { ContractTarget, Region } from '../target/ContractTarget';
import { CaseResult } from './CaseResult';

/** In Velero's time: its slowest habits take three minutes, and a case may meet two of them. */
const LIMIT_SECONDS = 500;
const SLACK_MILLIS = 30_000;

interface RunOptions {
  target: ContractTarget;
  /** The target's, with that one first which the case is to play in. */
  regions?: Region[];
  prefix: string;
  record?: boolean;
  signal: AbortSignal;
}

/** Runs one case on a target, or says why it cannot run there. */
export async function runCase(
  contractCase: ContractCase,
  { target, regions = target.regions, prefix, record, signal }: RunOptions,
): Promise<CaseResult> {
  const { id, title } = contractCase;
  const begun = Date.now();
  const result = (outcome: CaseResult['outcome'], reason?: string) => {
    const seconds = (Date.now() - begun) / 1000;
    return { id, title, outcome, seconds, ...(reason && { reason }) };
  };
  const missing = reasonToSkip(contractCase, target);
  if (missing) {
    return result('skipped', missing);
  }
  const millis = (LIMIT_SECONDS * 1000) / target.speed + SLACK_MILLIS;
  const context = new CaseContext({
    target,
    prefix,
    regions,
    record,
    signal: AbortSignal.any([signal, AbortSignal.timeout(millis)]),
  });
  try {
    await runAndCleanUp(contractCase, context);
    return result('passed');
  } catch (error) {
    return result('failed', describe(error));
  } finally {
    await context.close();
  }
}

async function runAndCleanUp(contractCase: ContractCase, context: CaseContext) {
  try {
    await contractCase.run(context);
  } catch (error) {
    // Why it failed comes first.
    await context.cleanUp().catch(left => {
      throw new Error(
        `${describe(error)}, and not all is removed: ${left.message}`,
      );
    });
    throw error;
  }
  await context.cleanUp();
}

function reasonToSkip(
  { needs = [], exclusive }: ContractCase,
  { shared, lacks }: ContractTarget,
): string | undefined {
  if (exclusive && shared) {
    return 'The case would disturb what else uses the cluster';
  }
  const missing = needs.find(need => lacks[need]);
  return missing && lacks[missing];
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const place = error.stack
    ?.split('\n')
    .find(line => /\/cases\//.test(line))
    ?.replace(/^.*\/cases\//, ' at cases/')
    .replace(/\)$/, '');
  return `${error.message}${place ?? ''}`;
}
