import { Processes } from '../lib/Processes.mjs';
import { UserError } from '../lib/UserError.mjs';
import { installPackages } from '../lib/install.mjs';
import { environmentFor, findNode } from '../lib/node.mjs';
import { onInterrupt } from '../lib/onInterrupt.mjs';
import { root } from '../lib/paths.mjs';
import path from 'node:path';

/** `yarn bench`; BENCH_BACKUPS, BENCH_DATABASE and BENCH_OUTPUT change what is measured and where it is written. */
export async function main() {
  const processes = new Processes();
  onInterrupt({
    stop: () => processes.stopAll(),
    kill: () => processes.killAll(),
  });
  const node = await findNode(processes);
  await installPackages({ processes, node });
  const child = processes.start(
    node,
    ['--require', '@backstage/cli/config/nodeTransform.cjs', 'src/index.ts'],
    {
      cwd: path.join(root, 'packages/bench'),
      stdio: 'inherit',
      env: environmentFor(node),
    },
  );
  const { code } = await child.exited;
  if (code !== 0) {
    throw new UserError('The benchmark missed a goal or broke off.');
  }
}
