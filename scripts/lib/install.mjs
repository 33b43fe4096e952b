import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { contentHash } from './contentHash.mjs';
import { installMarker } from './damagedInstall.mjs';
import { doOnce } from './doOnce.mjs';
import { environmentFor } from './node.mjs';
import { cacheDir, root } from './paths.mjs';
import { runLogged } from './runLogged.mjs';
import { withStatus } from './status.mjs';
import { twice } from './twice.mjs';

/** Installs the packages of the lock file, when they are not installed yet. */
export async function installPackages({ processes, node }) {
  await doOnce({
    marker: installMarker,
    input: await contentHash(await manifests()),
    work: () =>
      withStatus('installing packages', () =>
        // A yarn that an earlier, killed run has left behind may still write the same files.
        twice(() =>
          runLogged({
            processes,
            what: 'Installing packages',
            command: node,
            args: ['.yarn/releases/yarn-4.13.0.cjs', 'install', '--immutable'],
            logFile: path.join(cacheDir, 'install.log'),
            cwd: root,
            env: environmentFor(node),
          }),
        ),
      ),
  });
}

async function manifests() {
  const folders = ['packages', 'plugins'].map(async folder => {
    const names = await readdir(path.join(root, folder));
    return names.map(name => path.join(folder, name, 'package.json'));
  });
  const nested = (await Promise.all(folders)).flat();
  return ['package.json', 'yarn.lock', '.yarnrc.yml', ...nested];
}
