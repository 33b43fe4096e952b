import { generateBackups, SandboxCluster, startSandbox } from 'velero-sandbox';
import { answerParent } from './Child';
import { PROBED_NAMESPACE, SandboxReady, SandboxRequest } from './roles';

const BACKUPS = Number(process.env.BENCH_BACKUPS);
const NAMESPACES = Number(process.env.BENCH_NAMESPACES);

async function populate(cluster: SandboxCluster) {
  for await (const _ of generateBackups(cluster, {
    count: BACKUPS,
    namespaces: NAMESPACES,
  })) {
    // Each step lets the event loop go on.
  }
  cluster.objects.put('backupstoragelocations', {
    metadata: { name: 'default', namespace: 'velero' },
    spec: { provider: 'aws', objectStorage: { bucket: 'b', prefix: 'eu' } },
    status: { phase: 'Available' },
  });
  cluster.objects.patch(
    'namespaces',
    { name: PROBED_NAMESPACE },
    { metadata: { annotations: { 'backstage.io/owner': 'group:payments' } } },
  );
}

async function main() {
  const sandbox = await startSandbox({
    clusters: [{ name: 'eu', velero: false }],
    historyLimit: 100_000,
  });
  const cluster = sandbox.cluster('eu');
  await populate(cluster);
  // What is probed must change by the probe only.
  const names = cluster.objects
    .list('backups')
    .map(backup => backup.metadata.name)
    .filter(name => !name.includes(`${PROBED_NAMESPACE}-`));
  let churn: NodeJS.Timeout | undefined;
  let changes = 0;

  const change = (name: string, itemsBackedUp: number) =>
    cluster.objects.patch(
      'backups',
      { name, namespace: 'velero' },
      { status: { progress: { itemsBackedUp } } },
    );

  const startChurn = (perSecond: number) => {
    clearInterval(churn);
    if (perSecond > 0) {
      churn = setInterval(() => {
        changes += 1;
        change(names[changes % names.length], changes);
      }, 1_000 / perSecond);
    }
  };

  process.on('message', (request: SandboxRequest) => {
    if (request.ask === 'change') {
      change(request.name, request.items);
    } else if (request.ask === 'churn') {
      startChurn(request.perSecond);
    }
    answerParent({ requests: cluster.requests.total });
  });
  process.on('SIGTERM', async () => {
    clearInterval(churn);
    await sandbox.stop();
    process.exit(0);
  });
  const { name, url, tokens } = cluster;
  const ready: SandboxReady = {
    clusters: [{ name, url, token: tokens.portal }],
    claims: `eu/${PROBED_NAMESPACE}`,
  };
  answerParent(ready);
}

main();
