import { Processes } from '../lib/Processes.mjs';
import { UserError } from '../lib/UserError.mjs';
import { explainDamage } from '../lib/damagedInstall.mjs';
import { onInterrupt } from '../lib/onInterrupt.mjs';
import { prepare } from '../lib/prepare.mjs';
import { runNode } from '../lib/runNode.mjs';
import { withStatus } from '../lib/status.mjs';

/** `npm run screenshot` */
export async function main() {
  const processes = new Processes();
  onInterrupt({
    stop: () => processes.stopAll(),
    kill: () => processes.killAll(),
    exitCode: 130,
  });
  const node = await prepare(processes);
  const { code, output } = await withStatus('taking the screenshot', () =>
    runNode({
      processes,
      node,
      args: ['e2e/takeScreenshot.mjs'],
      log: 'screenshot.log',
    }),
  );
  if (code !== 0) {
    const damage = await explainDamage(output);
    throw new UserError(
      damage
        ? `The screenshot was not taken: ${damage}.`
        : `${output}\nThe screenshot was not taken.`,
    );
  }
}
