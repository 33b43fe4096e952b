import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheDir } from './paths.mjs';
import { runNode } from './runNode.mjs';
import { TRANSFORM } from './runTypeScript.mjs';
import { countContract, reasonsOfSkipped, withRunner } from './testCounts.mjs';

/** Runs the cases of the contract on `sandbox` or `real` clusters; remembers the results for the table in the docs. */
export function contractCheck({
  target,
  only = [],
  result = target,
  again = false,
}) {
  return async ({ processes, node }) => {
    const resultFile = path.join(cacheDir, `contract-${result}.json`);
    await rm(resultFile, { force: true });
    const { code, output } = await runNode({
      processes,
      node,
      args: [
        ...TRANSFORM,
        'packages/contract/src/index.ts',
        ...['--target', target, '--output', resultFile],
        ...only.flatMap(start => ['--only', start]),
        ...(again ? ['--again'] : []),
      ],
      log: `test-contract-${result}.log`,
    });
    const results = await readResults(resultFile);
    const counts = withRunner(countContract(results), code);
    return { ...counts, skipped: reasonsOfSkipped(results), output };
  };
}

async function readResults(file) {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text ? JSON.parse(text).results : [];
}
