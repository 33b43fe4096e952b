import { answerParent } from './Child';
import { SandboxCluster, startSandbox } from 'velero-sandbox';
import { SandboxReady, SandboxRequest } from './roles';
import { finishedBackup } from './finishedBackup';

const BACKUPS = Number(process.env.BENCH_BACKUPS);
const TENANTS = 40;

function populate({ objects }: SandboxCluster) {
  for (let tenant = 0; tenant < TENANTS; tenant++) {
    objects.put('namespaces', {
      metadata: {
        name: `team-${tenant}`,
        annotations: { 'backstage.io/owner': 'group:default/payments' },
      },
    });
  }
  objects.put('backupstoragelocations', {
    metadata: { name: 'archive', namespace: 'velero' },
    spec: { provider: 'aws', objectStorage: { bucket: 'b', prefix: 'eu' } },
    status: { phase: 'Available' },
  });
  for (let i = 0; i < BACKUPS; i++) {
    objects.put('backups', finishedBackup(i, `team-${i % TENANTS}`));
  }
}

async function main() {
  const sandbox = await startSandbox({
    clusters: [{ name: 'eu', velero: false, populate }],
    historyLimit: 100_000,
  });
  const cluster = sandbox.cluster('eu');
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
        change(finishedBackup(changes % BACKUPS, '').metadata.name, changes);
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
  const ready: SandboxReady = {
    url: cluster.url,
    token: cluster.tokens.portal,
  };
  answerParent(ready);
}

main();
