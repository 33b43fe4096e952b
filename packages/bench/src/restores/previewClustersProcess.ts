import { setTimeout as sleep } from 'node:timers/promises';
import { SandboxCluster, startSandbox } from 'velero-sandbox';
import { answerParent } from '../Child';
import { OWNER, PREVIEWED_KINDS, RestoreClusters } from './restoreRoles';

const BACKUPS = Number(process.env.BENCH_PREVIEW_BACKUPS);

const namespace = 'payments';

function populate({ objects }: SandboxCluster) {
  objects.put('namespaces', {
    metadata: { name: namespace, annotations: OWNER },
  });
  for (const [resource, { count, content }] of Object.entries(
    PREVIEWED_KINDS,
  )) {
    for (let i = 0; i < count; i++) {
      objects.put(resource as keyof typeof PREVIEWED_KINDS, {
        metadata: { name: `${resource}-${i}`, namespace },
        ...content,
      });
    }
  }
  objects.put('backupstoragelocations', {
    metadata: { name: 'archive', namespace: 'velero' },
    spec: { provider: 'aws', objectStorage: { bucket: 'store', prefix: 'c' } },
  });
}

async function until(holds: () => boolean) {
  while (!holds()) {
    await sleep(50);
  }
}

function phaseOf(object: { status?: unknown } | undefined) {
  return (object?.status as { phase?: string } | undefined)?.phase;
}

/** Each backup has a list and an archive of its own in the store. */
async function backUp({ objects }: SandboxCluster) {
  const all = (resource: 'backups' | 'backupstoragelocations') =>
    objects.list(resource).map(phaseOf);
  await until(() => all('backupstoragelocations').includes('Available'));
  for (let i = 0; i < BACKUPS; i++) {
    objects.put('backups', {
      metadata: { name: `nightly-${i}`, namespace: 'velero' },
      spec: { includedNamespaces: [namespace], storageLocation: 'archive' },
    });
  }
  await until(() => all('backups').every(phase => phase === 'Completed'));
}

async function main() {
  const sandbox = await startSandbox({
    clusters: [{ name: 'c', populate }],
    buckets: ['store'],
    timing: { validation: 1_000, queue: 50, backup: [20, 20], backupItem: 0 },
  });
  await Promise.all(sandbox.clusters.map(backUp));
  process.on('SIGTERM', async () => {
    await sandbox.stop();
    process.exit(0);
  });
  const ready: RestoreClusters = {
    clusters: sandbox.clusters.map(({ name, url, tokens }) => ({
      name,
      url,
      token: tokens.portal,
    })),
  };
  answerParent(ready);
}

main();
