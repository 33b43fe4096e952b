import { buildApp } from './appBundle.mjs';
import { assertYaml } from './configFiles.mjs';
import { installPackages } from './install.mjs';
import { findNode } from './node.mjs';

/**
 * Brings a fresh clone as far as the portal can start with these configuration files; returns the path of the Node to
 * run it with.
 */
export async function prepare(processes, { configs = [] } = {}) {
  const node = await findNode(processes);
  await installPackages({ processes, node });
  await assertYaml(configs);
  await buildApp({ processes, node });
  return node;
}
