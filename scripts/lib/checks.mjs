import { jestCheck } from './jestCheck.mjs';
import { nodeTestCheck } from './nodeTestCheck.mjs';
import { buildApp } from './appBundle.mjs';
import { contractCheck } from './contractCheck.mjs';
import { buildRealVelero } from './realVelero.mjs';
import { TRANSFORM } from './runTypeScript.mjs';
import { toolCheck } from './toolCheck.mjs';

const BACKSTAGE = 'node_modules/@backstage/cli/bin/backstage-cli';
const ESLINT = 'node_modules/eslint/bin/eslint.js';
const PRETTIER = 'node_modules/prettier/bin-prettier.js';
const TSC = 'node_modules/typescript/bin/tsc';
const NO_WARNINGS = ['--max-warnings', '0'];

/**
 * What `npm test` checks, in this order; `group` is what `--only` selects.
 *
 * One that is `onDemand` runs only when its group is selected, or all are. What takes long before a check can run is done
 * `ahead`: it begins with the first check.
 * Each check answers how many tests passed and failed, and what to print when one failed.
 */
export const checks = [
  { name: 'types', group: 'types', run: toolCheck(TSC, '--noEmit') },
  {
    name: 'lint of the packages',
    group: 'lint',
    run: toolCheck(BACKSTAGE, 'repo', 'lint', ...NO_WARNINGS),
  },
  {
    name: 'lint of the scripts',
    group: 'lint',
    run: toolCheck(ESLINT, '--ext', '.mjs', ...NO_WARNINGS, 'scripts', 'e2e'),
  },
  {
    name: 'format',
    group: 'lint',
    run: toolCheck(PRETTIER, '--check', '.'),
  },
  {
    name: 'package manifests',
    group: 'lint',
    run: toolCheck(BACKSTAGE, 'repo', 'fix', '--publish', '--check'),
  },
  {
    name: 'tests of the scripts',
    group: 'unit',
    run: nodeTestCheck('scripts/**/*.test.mjs'),
  },
  { name: 'tests of the packages', group: 'unit', run: jestCheck },
  {
    name: 'contract on simulated clusters',
    group: 'contract',
    run: contractCheck({ target: 'sandbox' }),
  },
  {
    name: 'tests in a browser',
    group: 'browser',
    prepare: buildApp,
    run: nodeTestCheck('e2e/*.test.mjs'),
  },
  {
    name: 'contract on simulated clusters with command line tools',
    group: 'real',
    onDemand: true,
    ahead: { name: 'building the real servers', run: buildRealVelero },
    run: contractCheck({
      target: 'sandbox',
      only: ['velero-cli', 'kubectl'],
      result: 'sandbox-tools',
      again: true,
    }),
  },
  {
    name: 'contract on real clusters',
    group: 'real',
    onDemand: true,
    run: contractCheck({ target: 'real', again: true }),
  },
  {
    name: 'tests in a browser on real clusters',
    group: 'real',
    onDemand: true,
    prepare: buildApp,
    run: nodeTestCheck('e2e/real/*.test.mjs', {
      nodeArgs: TRANSFORM,
      minutes: 10,
    }),
  },
];
