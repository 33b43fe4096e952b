import path from 'node:path';
import { environmentFor } from './node.mjs';
import { cacheDir, root } from './paths.mjs';
import { runLogged } from './runLogged.mjs';
import { TRANSFORM } from './runTypeScript.mjs';

/** Builds what real clusters consist of, when it is not there yet, with what others leave of the machine. */
export async function buildRealVelero({ processes, node }) {
  await runLogged({
    processes,
    what: 'Building the real servers',
    command: 'nice',
    args: ['-n', '19', node, ...TRANSFORM, 'src/build.ts'],
    logFile: path.join(cacheDir, 'real-velero-build.log'),
    cwd: path.join(root, 'packages/real-velero'),
    env: environmentFor(node),
  });
}
