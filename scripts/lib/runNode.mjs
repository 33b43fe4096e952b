import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { environmentFor } from './node.mjs';
import { cacheDir, root } from './paths.mjs';

/** Runs a script of a tool in the root to its end; answers its exit code and all that it wrote. */
export async function runNode({ processes, node, args, env, log }) {
  await mkdir(cacheDir, { recursive: true });
  const logFile = path.join(cacheDir, log);
  const file = await open(logFile, 'w');
  const child = processes.start(node, args, {
    cwd: root,
    stdio: ['ignore', file.fd, file.fd],
    env: { ...environmentFor(node), ...env },
  });
  const { code } = await child.exited;
  await file.close();
  return { code, output: await readFile(logFile, 'utf8') };
}
