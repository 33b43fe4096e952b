import { generateBackups, SandboxCluster, startSandbox } from 'velero-sandbox';
import { answerParent } from './Child';
import { FileStore } from './FileStore';
import { SandboxReady } from './roles';

const BACKUPS = Number(process.env.BENCH_BACKUPS);

/** Each cluster has its share of the backups, and some namespaces of the entity. */
const CLUSTERS = [
  { name: 'eu', share: 0.4, claimed: 7 },
  { name: 'us', share: 0.3, claimed: 7 },
  { name: 'ap', share: 0.3, claimed: 6 },
];

const OWNER = {
  metadata: { annotations: { 'backstage.io/owner': 'payments' } },
};

/** Schedules that run, and a location that Velero has checked: what makes an entity protected. */
function bringToLife({ objects, name: cluster }: SandboxCluster) {
  objects.put('backupstoragelocations', {
    metadata: { name: 'default', namespace: 'velero' },
    spec: { provider: 'aws', objectStorage: { bucket: 'b', prefix: cluster } },
    status: { phase: 'Available' },
  });
  const lastBackup = new Date().toISOString();
  for (const { metadata } of objects.list('schedules')) {
    const { name, namespace } = metadata;
    objects.patch(
      'schedules',
      { name, namespace },
      { spec: { paused: false }, status: { lastBackup } },
    );
  }
}

async function populate(
  cluster: SandboxCluster,
  { share, claimed }: { share: number; claimed: number },
): Promise<string[]> {
  const count = Math.round(BACKUPS * share);
  for await (const _ of generateBackups(cluster, { count })) {
    // Each step lets the event loop go on.
  }
  bringToLife(cluster);
  const names = Array.from({ length: claimed }, (_, index) => `team-${index}`);
  for (const name of names) {
    cluster.objects.patch('namespaces', { name }, OWNER);
  }
  return names.map(name => `${cluster.name}/${name}`);
}

async function main() {
  const sandbox = await startSandbox({
    clusters: CLUSTERS.map(({ name }) => ({ name, velero: false })),
    historyLimit: 100_000,
  });
  const claims: string[] = [];
  for (const options of CLUSTERS) {
    claims.push(...(await populate(sandbox.cluster(options.name), options)));
  }
  const store = await FileStore.start(sandbox.cluster('eu'));
  process.on('SIGTERM', async () => {
    await store.stop();
    await sandbox.stop();
    process.exit(0);
  });
  const ready: SandboxReady = {
    clusters: sandbox.clusters.map(({ name, url, tokens }) => ({
      name,
      url,
      token: tokens.portal,
    })),
    claims: claims.join(),
  };
  answerParent(ready);
}

main();
