import { execFile } from 'node:child_process';
import { chown, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { copyPostgresBinaries } from './postgresBinaries.mjs';
import { findFreePort } from './ports.mjs';
import { tail } from './tail.mjs';

const START_TIME_LIMIT = 60_000;
const USER = 'postgres';

// The data is thrown away, so nothing has to survive a crash.
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  listen_addresses: '127.0.0.1',
  max_connections: '200',
  synchronous_commit: 'off',
  unix_socket_directories: '',
};

/** Starts a PostgreSQL server with an empty database that lives until `stop`. */
export async function startPostgres(processes) {
  const folder = await mkdtemp(path.join(tmpdir(), 'velero-portal-postgres-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  processes.atEnd(remove);
  const { server, port } = await initialiseAndStart({ processes, folder });
  return {
    connectionString: `postgresql://${USER}@127.0.0.1:${port}/postgres`,
    async stop() {
      await processes.stop(server);
      await remove();
    },
  };
}

async function initialiseAndStart({ processes, folder }) {
  const owner = await findOwner();
  const { initdb, postgres } = await copyPostgresBinaries(folder);
  if (owner) {
    await chown(folder, owner.uid, owner.gid);
  }
  const data = path.join(folder, 'data');
  const run = { cwd: folder, env: { ...process.env, LC_ALL: 'C' }, ...owner };
  const initArgs = ['--auth=trust', `--username=${USER}`, `--pgdata=${data}`];
  await promisify(execFile)(initdb, [...initArgs, '--encoding=UTF8'], run);
  const port = await findFreePort();
  const settings = Object.entries({ port, ...SETTINGS });
  const logFile = path.join(folder, 'server.log');
  const log = await open(logFile, 'w');
  const server = processes.start(
    postgres,
    [
      '-D',
      data,
      ...settings.flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ],
    { ...run, stdio: ['ignore', log.fd, log.fd] },
  );
  await log.close();
  await waitUntilReady({ server, logFile });
  return { server, port };
}

/** PostgreSQL refuses to run as root; `nobody` exists everywhere and may do nothing else. */
async function findOwner() {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const ask = flag => promisify(execFile)('id', [flag, 'nobody']);
  const [uid, gid] = await Promise.all([ask('-u'), ask('-g')]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

async function waitUntilReady({ server, logFile }) {
  const giveUpAt = Date.now() + START_TIME_LIMIT;
  let hasEnded = false;
  server.exited.then(() => {
    hasEnded = true;
  });
  while (!(await tail(logFile, 20)).includes('ready to accept connections')) {
    if (hasEnded || Date.now() > giveUpAt) {
      throw new Error(`PostgreSQL did not start: ${await tail(logFile, 20)}`);
    }
    await sleep(100);
  }
}
