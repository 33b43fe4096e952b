import { RunnerOptions } from '../runner/parseOptions';
import { ContractTarget } from './ContractTarget';
import { connectExistingTarget } from './connectExistingTarget';
import { startRealTarget } from './startRealTarget';
import { startSandboxTarget } from './startSandboxTarget';

/** Starts what the cases run on, or connects to it. */
export function startTarget(
  { target }: Pick<RunnerOptions, 'target'>,
  signal: AbortSignal,
): Promise<ContractTarget> {
  switch (target) {
    case 'real':
      return startRealTarget(signal);
    case 'existing':
      return connectExistingTarget(signal);
    default:
      return startSandboxTarget();
  }
}
