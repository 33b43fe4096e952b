import { Clock } from './clock/Clock';
import { controlRoute } from './http/controlRoute';
import { Route, SandboxServer } from './http/SandboxServer';
import { installVelero } from './scenarios/installVelero';
import { SandboxCluster } from './SandboxCluster';
import { DEFAULT_TIMING, SandboxOptions } from './SandboxOptions';

/** Simulated clusters that listen. */
export interface Sandbox {
  readonly port: number;
  readonly url: string;
  readonly clusters: SandboxCluster[];
  /** Throws when there is none of that name. */
  cluster(name: string): SandboxCluster;
  stop(): Promise<void>;
}

const DEFAULT_HISTORY_LIMIT = 10_000;

/** Starts simulated clusters behind one listener on the loopback interface. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const clock = new Clock(options.now);
  const baseUrl = () => `http://127.0.0.1:${server.port}`;
  const clusters = createClusters(options, clock, baseUrl);
  const server = new SandboxServer(routesOf(clusters));
  await server.listen(options.port ?? 0);
  return {
    port: server.port,
    url: baseUrl(),
    clusters,
    cluster: name => findCluster(clusters, name),
    stop: async () => {
      clock.stop();
      await server.close();
    },
  };
}

function createClusters(
  options: SandboxOptions,
  clock: Clock,
  baseUrl: () => string,
): SandboxCluster[] {
  const timing = { ...DEFAULT_TIMING, ...options.timing };
  const { historyLimit = DEFAULT_HISTORY_LIMIT } = options;
  return options.clusters.map(clusterOptions => {
    const cluster = new SandboxCluster({
      options: clusterOptions,
      timing,
      clock,
      historyLimit,
      baseUrl,
    });
    installVelero(cluster);
    clusterOptions.populate?.(cluster);
    return cluster;
  });
}

function routesOf(clusters: SandboxCluster[]): Map<string, Route> {
  return new Map<string, Route>([
    ...clusters.map((cluster): [string, Route] => [
      `/clusters/${cluster.name}`,
      cluster.route,
    ]),
    ['/sandbox', controlRoute(clusters)],
  ]);
}

function findCluster(clusters: SandboxCluster[], name: string) {
  const cluster = clusters.find(candidate => candidate.name === name);
  if (!cluster) {
    throw new Error(`The sandbox has no cluster '${name}'`);
  }
  return cluster;
}
