import { buildApp } from './appBundle.mjs';
import { installPackages } from './install.mjs';
import { findNode } from './node.mjs';

/** Brings a fresh clone as far as the portal can start; returns the path of the Node to run it with. */
export async function prepare(processes) {
  const node = await findNode(processes);
  await installPackages({ processes, node });
  await buildApp({ processes, node });
  return node;
}
