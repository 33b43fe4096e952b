import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import tls from 'node:tls';
import { Run } from '../Run';

export interface SecureFrontOptions {
  port: number;
  /** The port that gets what was encrypted. */
  target: number;
  /** The folder with the key and certificate of an API server, which are made for this address. */
  keys: string;
}

/** Speaks TLS in front of a server that does not. */
export async function startSecureFront(
  run: Run,
  { port, target, keys }: SecureFrontOptions,
): Promise<void> {
  const host = '127.0.0.1';
  const sockets = new Set<net.Socket>();
  const server = tls.createServer({
    cert: await readFile(path.join(keys, 'apiserver.crt')),
    key: await readFile(path.join(keys, 'apiserver.key')),
  });
  server.on('secureConnection', near => {
    const far = net.connect({ host, port: target });
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        (socket === near ? far : near).destroy();
      });
    }
  });
  await once(server.listen(port, host), 'listening');
  server.unref();
  run.atEnd(() => {
    server.close();
    sockets.forEach(socket => socket.destroy());
  });
}
