import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { forwardPort } from './forward.mjs';
import { environmentFor } from './node.mjs';
import { cacheDir, root } from './paths.mjs';
import { waitUntilReady } from './readiness.mjs';

const BASE_CONFIG = path.join(root, 'app-config.yaml');
const SANDBOX_CONFIG = path.join(root, 'app-config.sandbox.yaml');

/**
 * Starts the portal and waits until it can be used.
 *
 * Browser and API meet at one port, `port`, whose connections are passed on to the backend; the backend serves the app.
 * Without `configs` the clusters are simulated.
 */
export async function startPortal({
  processes,
  node,
  port,
  backendPort,
  sandboxPort,
  configs = [],
  logFile = path.join(cacheDir, 'backend.log'),
}) {
  const url = `http://localhost:${port}`;
  const files = configs.length > 0 ? configs : [SANDBOX_CONFIG];
  const stopForwarding = await forwardPort({ from: port, to: backendPort });
  const backend = await startBackend({
    processes,
    node,
    logFile,
    configs: [BASE_CONFIG, ...files],
    settings: {
      PORT: String(port),
      BACKEND_PORT: String(backendPort),
      SANDBOX_PORT: String(sandboxPort),
      APP_CONFIG_app_baseUrl: url,
      APP_CONFIG_backend_baseUrl: url,
      APP_CONFIG_backend_cors_origin: url,
    },
  });
  const stop = async () => {
    await stopForwarding();
    await processes.stop(backend);
  };
  try {
    await waitUntilReady({ url, backend, logFile });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, backend, logFile, stop };
}

/** Runs the sources as they are, like the development server of Backstage, but without restarting on a change. */
async function startBackend({ processes, node, logFile, configs, settings }) {
  await mkdir(path.dirname(logFile), { recursive: true });
  const log = await open(logFile, 'w');
  const transform = '@backstage/cli/config/nodeTransform.cjs';
  const child = processes.start(
    node,
    [
      ...['--enable-source-maps', '--require', transform, 'src/index.ts'],
      ...configs.flatMap(file => ['--config', file]),
    ],
    {
      cwd: path.join(root, 'packages/backend'),
      stdio: ['ignore', log.fd, log.fd],
      env: {
        ...environmentFor(node),
        NODE_ENV: 'development',
        ...settings,
      },
    },
  );
  await log.close();
  return child;
}
