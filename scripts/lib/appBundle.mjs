import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { contentHash } from './contentHash.mjs';
import { explainDamage } from './damagedInstall.mjs';
import { doOnce } from './doOnce.mjs';
import { explainFailure } from './explainFailure.mjs';
import { environmentFor } from './node.mjs';
import { cacheDir, root } from './paths.mjs';
import { runLogged } from './runLogged.mjs';
import { withStatus } from './status.mjs';

const APP = path.join(root, 'packages/app');
const SOURCES = ['packages/app', 'plugins/velero', 'plugins/velero-common'];

/**
 * Builds what the browser loads, when its sources have changed.
 *
 * The backend serves the bundle, which starts far sooner than a development server for it.
 */
export async function buildApp({ processes, node }) {
  const marker = path.join(cacheDir, 'app-bundle.hash');
  if (!existsSync(path.join(APP, 'dist/index.html.tmpl'))) {
    await rm(marker, { force: true });
  }
  await doOnce({
    marker,
    input: await contentHash([
      ...SOURCES.flatMap(inputsOf),
      'app-config.yaml',
      'yarn.lock',
    ]),
    work: () =>
      withStatus('building the app', () =>
        runLogged({
          processes,
          what: 'Building the app',
          command: node,
          args: [
            path.join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
            ...['package', 'build'],
          ],
          logFile: path.join(cacheDir, 'app-bundle.log'),
          cwd: APP,
          env: environmentFor(node),
          explain: async text =>
            (await explainDamage(text)) ?? explainFailure(text),
        }),
      ),
  });
}

function inputsOf(folder) {
  return ['src', 'public', 'package.json', 'config.d.ts'].map(part =>
    path.join(folder, part),
  );
}
