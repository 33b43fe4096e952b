import { Child } from './Child';
import { BackendRequest, SandboxReady, SandboxRequest } from './roles';

export interface BenchSetup {
  sandbox: Child<SandboxRequest>;
  ready: SandboxReady;
  /** File of SQLite, or connection string of PostgreSQL. */
  database: string;
}

/** One large cluster. */
export interface LargeCluster extends BenchSetup {
  backups: number;
  /** How many of them are of the namespace that is asked for. */
  probed: number;
}

export async function startBackend(
  setup: BenchSetup,
): Promise<{ backend: Child<BackendRequest>; url: string }> {
  const { child, ready } = await Child.start<BackendRequest, { url: string }>(
    'backendProcess',
    {
      BENCH_DATABASE: setup.database,
      BENCH_CLUSTERS: JSON.stringify(setup.ready.clusters),
      BENCH_CLAIMS: setup.ready.claims,
      NODE_ENV: 'production',
    },
  );
  return { backend: child, url: ready.url };
}
