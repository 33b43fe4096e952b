import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from './UserError.mjs';
import { cacheDir } from './paths.mjs';
import { runNode } from './runNode.mjs';
import { runTypeScript, TRANSFORM } from './runTypeScript.mjs';
import { countContract, reasonsOfSkipped, withRunner } from './testCounts.mjs';

/** Runs the cases of the contract on `sandbox` or `real` clusters; remembers the results for the table in the docs. */
export function contractCheck({ target, only = [], result = target }) {
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
      ],
      log: `test-contract-${result}.log`,
    });
    const results = await readResults(resultFile);
    const counts = withRunner(countContract(results), code);
    return { ...counts, skipped: reasonsOfSkipped(results), output };
  };
}

/** Builds what real clusters consist of, when it is not there yet, and shows how far it is. */
export async function buildRealVelero({ processes, node }) {
  const folder = 'packages/real-velero';
  const file = 'src/build.ts';
  const code = await runTypeScript({ processes, node, folder, file });
  if (code !== 0) {
    throw new UserError('Real clusters cannot be started, see above.');
  }
}

async function readResults(file) {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text ? JSON.parse(text).results : [];
}
