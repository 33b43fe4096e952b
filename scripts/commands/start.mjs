import { Processes } from '../lib/Processes.mjs';
import { UserError } from '../lib/UserError.mjs';
import { assertReadable } from '../lib/configFiles.mjs';
import { prepare } from '../lib/prepare.mjs';
import { formatElapsed } from '../lib/elapsed.mjs';
import { onInterrupt } from '../lib/onInterrupt.mjs';
import { startPortal } from '../lib/portal.mjs';
import { assertFree, findFreePort } from '../lib/ports.mjs';
import { withLastLines } from '../lib/readiness.mjs';
import { parseStartOptions, startHelp } from '../lib/startOptions.mjs';
import { withStatus } from '../lib/status.mjs';

/** `npm start` */
export async function main(args) {
  const startedAt = Date.now();
  const options = parseStartOptions({
    args,
    env: process.env,
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
  if (options.isHelpWanted) {
    process.stdout.write(startHelp);
    return;
  }
  await check(options);
  const processes = new Processes();
  onInterrupt({
    stop: () => processes.stopAll(),
    kill: () => processes.killAll(),
  });
  const node = await prepare(processes, options);
  const sandboxPort = await findFreePort(options.preferredSandboxPort);
  const portal = await withStatus('starting the portal', () =>
    startPortal({ processes, node, sandboxPort, ...options }),
  );
  const elapsed = formatElapsed(Date.now() - startedAt);
  process.stdout.write(`Ready in ${elapsed}: ${invitation(portal, options)}\n`);
  await portal.backend.exited;
  throw new UserError(await withLastLines('The backend ended', portal.logFile));
}

async function check({ configs, port, backendPort }) {
  await assertReadable(configs);
  await assertFree(port, { setting: 'PORT', use: 'the portal' });
  await assertFree(backendPort, {
    setting: 'BACKEND_PORT',
    use: 'its backend',
  });
}

function invitation({ url }, { configs }) {
  const first =
    configs.length > 0
      ? 'sign in as platform-engineer and open a component of yours'
      : 'sign in as payments-owner and open Payments API → Backups';
  return `open ${url}, ${first} (Ctrl-C ends it)`;
}
