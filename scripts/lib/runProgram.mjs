import { Processes } from './Processes.mjs';
import { UserError } from './UserError.mjs';
import { installPackages } from './install.mjs';
import { findNode } from './node.mjs';
import { onInterrupt } from './onInterrupt.mjs';
import { runTypeScript } from './runTypeScript.mjs';

/**
 * A command that is a program of one of the packages, from a fresh clone on; `failure` says what it means if it ends badly.
 * `prepare` starts what it needs besides, and gives the settings that lead it there.
 */
export async function runProgram({ folder, file, args, failure, prepare }) {
  const processes = new Processes();
  onInterrupt({
    stop: () => processes.stopAll(),
    kill: () => processes.killAll(),
  });
  const node = await findNode(processes);
  await installPackages({ processes, node });
  try {
    const env = await prepare?.(processes);
    const program = { processes, node, folder, file, args, env };
    if ((await runTypeScript(program)) !== 0) {
      throw new UserError(failure);
    }
  } finally {
    await processes.stopAll();
  }
}
