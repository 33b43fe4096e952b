import path from 'node:path';
import { environmentFor } from './node.mjs';
import { root } from './paths.mjs';

/** What has Node run TypeScript. */
export const TRANSFORM = [
  '--require',
  '@backstage/cli/config/nodeTransform.cjs',
];

/** Runs a file of a package before the user's eyes, to its end; answers its exit code. */
export async function runTypeScript({
  processes,
  node,
  folder,
  file,
  args = [],
  env = {},
}) {
  const child = processes.start(node, [...TRANSFORM, file, ...args], {
    cwd: path.join(root, folder),
    stdio: 'inherit',
    env: { ...environmentFor(node), ...env },
  });
  const { code } = await child.exited;
  return code;
}
