import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';

/**
 * Below the ports that systems give to outgoing connections: one of those could take the port of a server while that is
 * down, and a client that tries again and again would in the end be connected to itself.
 */
const FIRST = 10_000;
const LAST = 30_000;
const ATTEMPTS = 100;

/** A port of the loopback interface that nothing listens on. */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = randomInt(FIRST, LAST);
    if (await isFree(port)) {
      return port;
    }
  }
  throw new Error(`No free port found between ${FIRST} and ${LAST}.`);
}

/** Whether a server could listen on the port, on all addresses. */
export async function isFree(port: number): Promise<boolean> {
  const server = net.createServer();
  try {
    await once(server.listen(port), 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      return false;
    }
    throw error;
  }
  server.close();
  await once(server, 'close');
  return true;
}
