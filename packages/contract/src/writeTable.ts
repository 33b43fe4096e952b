import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { allCases } from './cases/allCases';
import { caseTable } from './report/caseTable';
import { CaseResult } from './runner/CaseResult';

const root = resolvePackagePath('velero-contract', '../..');
const page = resolve(root, 'docs/contract-cases.md');

/** What `npm run test:contract` and `npm run test:real` have left. */
async function readResults(name: string): Promise<CaseResult[]> {
  const file = resolve(root, '.cache', `contract-${name}.json`);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(
      'Run `npm run test:contract` and `npm run test:real` first: the table is made of their results.',
    );
  });
  return JSON.parse(text).results;
}

async function main() {
  // With command line tools at hand more cases run; what they say counts.
  const sandbox = [
    ...(await readResults('sandbox-tools')),
    ...(await readResults('sandbox')),
  ];
  const real = await readResults('real');
  await writeFile(page, caseTable({ cases: allCases, sandbox, real }));
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
