import path from 'node:path';
import { logTail } from '../files/logTail';
import { PACKAGE_FOLDER } from '../files/packageFolder';
import { Run } from '../Run';
import { ServerDefinition, ServerProcess } from '../processes/ServerProcess';
import { NamespaceWay } from './namespaceWays';

const RELAY = path.join(PACKAGE_FOLDER, 'src', 'network', 'relay.ts');

/**
 * A second address of the same ports in there, set apart for documentation (RFC 5737): a place that is not the machine
 * itself, as a store of a tenant has to be.
 */
export const OUTSIDE_ADDRESS = '203.0.113.1';

const SET_UP = `ip link set lo up && ip address add ${OUTSIDE_ADDRESS}/32 dev lo && exec "$@"`;

export interface NamespaceOptions {
  /** Whose namespace it is. */
  name: string;
  way: NamespaceWay;
  /** Ports of this machine that are reached from the namespace at the same address. */
  ports: number[];
}

/**
 * Makes a network namespace and returns what goes before a command to run it in there.
 *
 * It has no name and no link, and so nothing that could stay behind: it goes with its last process. Two relays that meet
 * at sockets in files connect it with this machine.
 */
export async function startNamespace(
  run: Run,
  { name, way, ports }: NamespaceOptions,
): Promise<string[]> {
  const routes = ports.map(port => ({ port, socket: `${name}-${port}.sock` }));
  await ServerProcess.start(
    run,
    relay(run, {
      name: `${name}/relay-outside`,
      way: [],
      routes: routes.map(({ port, socket }) => `${socket}=${port}`),
    }),
  );
  const { pid } = await ServerProcess.start(
    run,
    relay(run, {
      name: `${name}/relay-inside`,
      way: [...way.create, 'sh', '-c', SET_UP, 'sh'],
      routes: routes.flatMap(({ port, socket }) => [
        `${port}=${socket}`,
        `${OUTSIDE_ADDRESS}:${port}=${socket}`,
      ]),
    }),
  );
  return way.enter(Number(pid));
}

interface RelayOptions {
  name: string;
  way: string[];
  routes: string[];
}

function relay(run: Run, { name, way, routes }: RelayOptions) {
  const logFile = run.logFile(name);
  const definition: ServerDefinition = {
    name,
    line: [...way, process.execPath, RELAY, ...routes],
    env: { PATH: process.env.PATH },
    folder: run.folder,
    logFile,
    isReady: async () => (await logTail(logFile)).includes('listening'),
  };
  return definition;
}
