import { RunnerOptions } from '../runner/parseOptions';
import { ContractTarget } from './ContractTarget';

/** Starts what the cases run on, or connects to it; loads only what that needs. */
export async function startTarget(
  { target }: Pick<RunnerOptions, 'target'>,
  signal: AbortSignal,
): Promise<ContractTarget> {
  switch (target) {
    case 'real': {
      const { startRealTarget } = await import('./startRealTarget');
      return startRealTarget(signal);
    }
    case 'existing': {
      const { connectExistingTarget } = await import('./connectExistingTarget');
      return connectExistingTarget(signal);
    }
    default: {
      const { startSandboxTarget } = await import('./startSandboxTarget');
      return startSandboxTarget();
    }
  }
}
