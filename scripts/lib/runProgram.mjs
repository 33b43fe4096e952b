import { Processes } from './Processes.mjs';
import { UserError } from './UserError.mjs';
import { installPackages } from './install.mjs';
import { findNode } from './node.mjs';
import { onInterrupt } from './onInterrupt.mjs';
import { runTypeScript } from './runTypeScript.mjs';

/** A command that is a program of one of the packages, from a fresh clone on; `failure` says what it means if it ends badly. */
export async function runProgram({ folder, file, args, failure }) {
  const processes = new Processes();
  onInterrupt({
    stop: () => processes.stopAll(),
    kill: () => processes.killAll(),
  });
  const node = await findNode(processes);
  await installPackages({ processes, node });
  const code = await runTypeScript({ processes, node, folder, file, args });
  if (code !== 0) {
    throw new UserError(failure);
  }
}
