import { Clock } from './clock/Clock';
import { controlRoute } from './http/controlRoute';
import { SandboxServer } from './http/SandboxServer';
import { bucketRoute } from './objectstore/bucketRoute';
import { Buckets } from './objectstore/Buckets';
import { DownloadLinks } from './objectstore/DownloadLinks';
import { SandboxCluster } from './SandboxCluster';
import { DEFAULT_TIMING } from './clock/SandboxTiming';
import { SandboxOptions } from './SandboxOptions';
import { installVelero } from './scenarios/installVelero';
import { selfSignedCertificate } from './tls/SelfSignedCertificate';

/** Simulated clusters that listen. */
export interface Sandbox {
  readonly port: number;
  readonly url: string;
  readonly clusters: SandboxCluster[];
  readonly buckets: Buckets;
  /** The certificate of the clusters' listeners with TLS, as PEM. */
  readonly certificate?: string;
  /** Throws when there is none of that name. */
  cluster(name: string): SandboxCluster;
  stop(): Promise<void>;
}

const DEFAULT_HISTORY_LIMIT = 10_000;
const DEFAULT_BACKLOG_LIMIT = 20_000;

/** Starts simulated clusters behind one listener on the loopback interface. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const clock = new Clock(options);
  const server = new SandboxServer();
  const tls = options.tls ? selfSignedCertificate() : undefined;
  const buckets = createBuckets(options);
  const secure: SandboxServer[] = [];
  const endpoints = {
    plain: () => server.url,
    secure: () => secure.map(({ url }) => url),
    certificate: tls?.certificate,
  };
  const links = new DownloadLinks({ clock, buckets, endpoints });
  const clusters = createClusters(options, { clock, server, buckets, links });
  secure.push(...(tls ? clusters.map(cluster => cluster.secure(tls)) : []));
  server.route('/sandbox', controlRoute(clusters));
  server.route('/buckets', bucketRoute(buckets, links));
  await server.listen(options.port ?? 0);
  await Promise.all(secure.map(listener => listener.listen(0)));
  clusters.forEach(({ controllers }) => controllers.start());
  startVelero(options, clusters);
  return {
    port: server.port,
    url: server.url,
    clusters,
    buckets,
    certificate: tls?.certificate,
    cluster: name => findCluster(clusters, name),
    stop: async () => {
      clusters.forEach(({ velero, controllers }) => {
        velero.stop();
        controllers.stop();
      });
      clock.stop();
      await Promise.all([server, ...secure].map(each => each.close()));
    },
  };
}

function createBuckets(options: SandboxOptions): Buckets {
  const buckets = new Buckets(options.credential);
  for (const name of options.buckets ?? []) {
    buckets.create(name);
  }
  return buckets;
}

function createClusters(
  options: SandboxOptions,
  parts: {
    clock: Clock;
    server: SandboxServer;
    buckets: Buckets;
    links: DownloadLinks;
  },
): SandboxCluster[] {
  const { server, ...shared } = parts;
  return options.clusters.map(clusterOptions => {
    const cluster = new SandboxCluster({
      ...shared,
      options: clusterOptions,
      timing: { ...DEFAULT_TIMING, ...options.timing },
      historyLimit: options.historyLimit ?? DEFAULT_HISTORY_LIMIT,
      backlogLimit: options.backlogLimit ?? DEFAULT_BACKLOG_LIMIT,
      baseUrl: () => server.url,
    });
    installVelero(cluster);
    clusterOptions.populate?.(cluster);
    server.route(`/clusters/${cluster.name}`, cluster.route);
    return cluster;
  });
}

function startVelero(options: SandboxOptions, clusters: SandboxCluster[]) {
  for (const [index, { velero = true }] of options.clusters.entries()) {
    if (velero) {
      clusters[index].velero.start();
    }
  }
}

function findCluster(clusters: SandboxCluster[], name: string) {
  const cluster = clusters.find(candidate => candidate.name === name);
  if (!cluster) {
    throw new Error(`The sandbox has no cluster '${name}'`);
  }
  return cluster;
}
