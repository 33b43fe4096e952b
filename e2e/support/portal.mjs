import { Processes } from '../../scripts/lib/Processes.mjs';
import { onInterrupt } from '../../scripts/lib/onInterrupt.mjs';
import { cacheDir } from '../../scripts/lib/paths.mjs';
import { startPortal } from '../../scripts/lib/portal.mjs';
import { findFreePort } from '../../scripts/lib/ports.mjs';
import { launchBrowser } from './chromium.mjs';

/**
 * Starts a portal and a browser, beside whatever else runs on this machine; without `configs` the clusters are simulated.
 */
export async function startPortalAndBrowser({ configs } = {}) {
  const processes = new Processes();
  onInterrupt({
    stop: () => processes.stopAll(),
    kill: () => processes.killAll(),
    exitCode: 130,
  });
  const sandboxPort = await findFreePort();
  const portal = await startPortal({
    processes,
    node: process.execPath,
    port: await findFreePort(),
    backendPort: await findFreePort(),
    sandboxPort,
    configs,
    logFile: `${cacheDir}/browser-test-backend.log`,
  });
  const browser = await launchBrowser().catch(async error => {
    await portal.stop();
    throw error;
  });
  return {
    url: portal.url,
    sandboxUrl: `http://127.0.0.1:${sandboxPort}`,
    browser,
    async stop() {
      await browser.close();
      await portal.stop();
    },
  };
}
