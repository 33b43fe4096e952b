import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { allCases } from './cases/allCases';
import { caseTable } from './report/caseTable';
import { CaseResult } from './runner/CaseResult';

const root = resolvePackagePath('velero-contract', '../..');
const page = resolve(root, 'docs/contract-cases.md');

/** What the last run there has left. */
async function readResults(
  name: string,
  command: string,
): Promise<CaseResult[]> {
  const file = resolve(root, '.cache', `contract-${name}.json`);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`The table is made of results: run \`${command}\` first.`);
  });
  return JSON.parse(text).results;
}

async function main() {
  const real = await readResults('real', 'npm run test:real');
  const sandbox = [
    ...(await readResults('sandbox-tools', 'npm run test:real')),
    ...(await readResults('sandbox', 'npm run test:contract')),
  ];
  await writeFile(page, caseTable({ cases: allCases, sandbox, real }));
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
