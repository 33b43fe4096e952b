import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Processes } from '../lib/Processes.mjs';
import { UserError } from '../lib/UserError.mjs';
import { installPackages } from '../lib/install.mjs';
import { mutationScores } from '../lib/mutationScores.mjs';
import { environmentFor, findNode } from '../lib/node.mjs';
import { onInterrupt } from '../lib/onInterrupt.mjs';
import { cacheDir, root } from '../lib/paths.mjs';

/** How many of the changes the tests have to notice, in percent. */
const LEAST = 90;

const report = path.join(cacheDir, 'mutation/report.json');

/** `npm run mutation -- checks policy`: changes the rules of restores, all or those below some folders or files, and counts what the tests notice. */
export async function main(parts) {
  const processes = new Processes();
  onInterrupt({
    stop: () => processes.stopAll(),
    kill: () => processes.killAll(),
  });
  const node = await findNode(processes);
  await installPackages({ processes, node });
  const { code } = await tryChanges({ processes, node, parts }).exited;
  if (code !== 0) {
    throw new UserError('The changes were not tried.');
  }
  tell(mutationScores(JSON.parse(await readFile(report, 'utf8'))));
}

function tryChanges({ processes, node, parts }) {
  const args = [
    path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
    ...['run', 'stryker.config.mjs'],
    ...(parts.length > 0 ? ['--mutate', patternsOf(parts)] : []),
  ];
  return processes.start(node, args, {
    cwd: path.join(root, 'plugins/velero-common'),
    stdio: 'inherit',
    env: environmentFor(node),
  });
}

/** The same exceptions as in the configuration, which this takes the place of. */
function patternsOf(parts) {
  return [
    ...parts.map(part =>
      part.endsWith('.ts')
        ? `src/restore/${part}`
        : `src/restore/${part}/**/*.ts`,
    ),
    ...['!src/**/*.test.ts', '!src/**/__testUtils__/**'],
  ].join(',');
}

function tell({ files, score }) {
  for (const { file, noticed, all, unnoticed } of files) {
    console.log(`${file}: ${noticed} of ${all} noticed`);
    for (const { line, text } of unnoticed) {
      console.log(`  ${line}: ${text}`);
    }
  }
  console.log(`${score.toFixed(1)} % of the changes were noticed.`);
  if (score < LEAST) {
    throw new UserError(`It takes ${LEAST} %: write tests for what is above.`);
  }
}
