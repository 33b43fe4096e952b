import { createRequire } from 'node:module';
import { RunnerOptions } from '../runner/parseOptions';
import { ContractTarget } from './ContractTarget';

// Loads only what a target needs; import() does not see the exports of TypeScript that is transformed while it loads.
const load = createRequire(__filename);

/** Starts what the cases run on, or connects to it. */
export function startTarget(
  { target }: Pick<RunnerOptions, 'target'>,
  signal: AbortSignal,
): Promise<ContractTarget> {
  switch (target) {
    case 'real': {
      const real: typeof import('./startRealTarget') =
        load('./startRealTarget');
      return real.startRealTarget(signal);
    }
    case 'existing': {
      const existing: typeof import('./connectExistingTarget') = load(
        './connectExistingTarget',
      );
      return existing.connectExistingTarget(signal);
    }
    default: {
      const sandbox: typeof import('./startSandboxTarget') = load(
        './startSandboxTarget',
      );
      return sandbox.startSandboxTarget();
    }
  }
}
