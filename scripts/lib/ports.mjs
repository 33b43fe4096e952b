import { execFile } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { promisify } from 'node:util';
import { UserError } from './UserError.mjs';

/** The addresses that browsers try for `localhost`. */
export const LOCAL_ADDRESSES = ['127.0.0.1', '::1'];

/** Listens on a port of all local addresses; a machine without IPv6 is fine. */
export async function listenLocally(createServer, port) {
  const servers = [];
  for (const host of LOCAL_ADDRESSES) {
    const server = createServer();
    try {
      await once(server.listen({ host, port }), 'listening');
      servers.push(server);
    } catch (error) {
      if (host === '::1' && error.code !== 'EADDRINUSE') {
        continue;
      }
      closeAll(servers);
      throw error;
    }
  }
  return () => closeAll(servers);
}

/** Refuses a port on which something listens already. */
export async function assertFree(port, { setting, use }) {
  try {
    const close = await listenLocally(() => net.createServer(), port);
    await close();
  } catch (error) {
    if (error.code === 'EACCES') {
      throw new UserError(
        `Port ${port} needs more rights than you have: choose one above 1023 with ${setting}=….`,
      );
    }
    const holder = await findHolder(port);
    throw new UserError(
      `Port ${port}, for ${use}, is taken${
        holder ? ` by ${holder}` : ''
      }: end that, or choose another port with ${setting}=….`,
    );
  }
}

/** A port that is free at the moment; the preferred one if possible. */
export async function findFreePort(preferred = 0) {
  const server = net.createServer();
  try {
    await once(
      server.listen({ host: '127.0.0.1', port: preferred }),
      'listening',
    );
  } catch (error) {
    if (preferred && error.code === 'EADDRINUSE') {
      return findFreePort();
    }
    throw error;
  }
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function closeAll(servers) {
  return Promise.all(
    servers.map(server => new Promise(resolve => server.close(resolve))),
  );
}

/** Names the process that listens on a port, where `lsof` is there to ask. */
async function findHolder(port) {
  const args = ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'];
  const run = promisify(execFile)('lsof', args, { timeout: 3_000 });
  const { stdout } = await run.catch(() => ({ stdout: '' }));
  const pid = stdout.match(/^p(\d+)/m)?.[1];
  const command = stdout.match(/^c(.+)/m)?.[1];
  return pid && `${command} (process ${pid})`;
}
