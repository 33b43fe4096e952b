import net from 'node:net';
import { listenLocally } from './ports.mjs';

/** Passes each TCP connection to `from` on to `to`; returns how to end it. */
export async function forwardPort({ from, to }) {
  const open = new Set();
  const accept = client => {
    const server = net.connect({
      host: '127.0.0.1',
      port: to,
      allowHalfOpen: true,
    });
    connect(client, server);
    connect(server, client);
    for (const socket of [client, server]) {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    }
  };
  const close = await listenLocally(
    () => net.createServer({ allowHalfOpen: true }, accept),
    from,
  );
  return async () => {
    const closed = close();
    for (const socket of open) {
      socket.destroy();
    }
    await closed;
  };
}

/** Either side may end its half first, as HTTP clients do; an error ends both. */
function connect(source, target) {
  source.pipe(target);
  source.on('error', () => target.resetAndDestroy());
  source.once('close', () => target.writableEnded || target.destroy());
}
