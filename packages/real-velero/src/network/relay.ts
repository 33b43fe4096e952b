// Runs as a process of its own, by Node itself: `relay.ts <from>=<to> …`, where each end is a port, an
// address with a port, or the path of a socket.
import { once } from 'node:events';
import net from 'node:net';

const [, , ...routes] = process.argv;

async function main() {
  for (const route of routes) {
    const [from, to] = route.split('=').map(endpoint);
    const server = net.createServer(near => join(near, net.connect(to)));
    await once(server.listen(from), 'listening');
  }
  process.stdout.write('listening\n');
}

/** Sockets in files are seen from every network namespace, ports are not. */
function endpoint(text: string) {
  const [, host = '127.0.0.1', port] = /^(?:([\d.]+):)?(\d+)$/.exec(text) ?? [];
  return port ? { host, port: Number(port) } : { path: text };
}

function join(near: net.Socket, far: net.Socket) {
  near.pipe(far).pipe(near);
  for (const [one, other] of [
    [near, far],
    [far, near],
  ]) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
}

main();
