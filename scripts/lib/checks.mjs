import { jestCheck } from './jestCheck.mjs';
import { nodeTestCheck } from './nodeTestCheck.mjs';
import { buildApp } from './appBundle.mjs';
import { toolCheck } from './toolCheck.mjs';

const BACKSTAGE = 'node_modules/@backstage/cli/bin/backstage-cli';
const ESLINT = 'node_modules/eslint/bin/eslint.js';
const PRETTIER = 'node_modules/prettier/bin-prettier.js';
const TSC = 'node_modules/typescript/bin/tsc';
const NO_WARNINGS = ['--max-warnings', '0'];

/**
 * What `npm test` checks, in this order; `group` is what `--only` selects.
 *
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
    name: 'tests in a browser',
    group: 'browser',
    prepare: buildApp,
    run: nodeTestCheck('e2e/*.test.mjs'),
  },
];
