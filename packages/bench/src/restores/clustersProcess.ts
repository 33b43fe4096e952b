import { setTimeout as sleep } from 'node:timers/promises';
import { SandboxCluster, startSandbox } from 'velero-sandbox';
import { answerParent } from '../Child';
import { ChaosProxy } from './ChaosProxy';
import {
  OWNER,
  RestoreClusters,
  RestoreClustersRequest,
  RestoreCount,
  WantedNamespace,
} from './restoreRoles';

const CLUSTERS = Number(process.env.BENCH_CLUSTERS);

/** Milliseconds between two moments at which one of the clusters loses all its connections. */
const CUT_EVERY = 10_000;

function populate({ objects, name }: SandboxCluster) {
  objects.put('namespaces', {
    metadata: { name: 'payments', annotations: OWNER },
  });
  objects.put('configmaps', {
    metadata: { name: 'prices', namespace: 'payments' },
  });
  objects.put('backupstoragelocations', {
    metadata: { name: 'archive', namespace: 'velero' },
    spec: { provider: 'aws', objectStorage: { bucket: 'store', prefix: name } },
  });
}

/** Velero refuses a backup for good whose location it has not looked at yet. */
async function backUp({ objects }: SandboxCluster) {
  const phases = (resource: 'backups' | 'backupstoragelocations') =>
    objects
      .list(resource)
      .map(({ status }) => (status as { phase?: string } | undefined)?.phase);
  while (!phases('backupstoragelocations').includes('Available')) {
    await sleep(20);
  }
  objects.put('backups', {
    metadata: { name: 'nightly', namespace: 'velero' },
    spec: { includedNamespaces: ['payments'], storageLocation: 'archive' },
  });
  while (!phases('backups').includes('Completed')) {
    await sleep(20);
  }
}

async function main() {
  const sandbox = await startSandbox({
    clusters: Array.from({ length: CLUSTERS }, (_, i) => ({
      name: `c${i}`,
      populate,
    })),
    buckets: ['store'],
    historyLimit: 100_000,
    timing: { validation: 1_000, queue: 50, backup: [20, 20], restoreItem: 2 },
  });
  await Promise.all(sandbox.clusters.map(backUp));
  const proxies = new Map<string, ChaosProxy>();
  for (const { name, url } of sandbox.clusters) {
    proxies.set(name, await ChaosProxy.start(url));
  }
  const seen = new Map<string, Set<string>>();

  /** Counted by uid, also of those that are gone since. */
  const look = () => {
    for (const { objects } of sandbox.clusters) {
      for (const { metadata } of objects.list('restores')) {
        const uids = seen.get(metadata.name) ?? new Set();
        seen.set(metadata.name, uids.add(metadata.uid!));
      }
    }
  };

  const isAsked = ({ cluster, namespace }: WantedNamespace) =>
    sandbox
      .cluster(cluster)
      .objects.list('restores')
      .some(({ spec }) => {
        const { namespaceMapping } = spec as {
          namespaceMapping?: Record<string, string>;
        };
        return namespaceMapping?.payments === namespace;
      });

  const change = (namespaces: WantedNamespace[], count: number) => {
    const changed = namespaces
      .filter(wanted => !isAsked(wanted))
      .slice(0, count);
    for (const { cluster, namespace } of changed) {
      sandbox.cluster(cluster).objects.put('namespaces', {
        metadata: { name: namespace, annotations: OWNER },
      });
    }
    return changed;
  };

  let share = 0;
  let cuts = 0;
  setInterval(() => {
    if (share > 0) {
      const all = [...proxies.values()];
      all[Math.floor(Math.random() * all.length)].cut();
      cuts += 1;
    }
  }, CUT_EVERY).unref();

  process.on('message', (asked: RestoreClustersRequest) => {
    if (asked.ask === 'chaos') {
      share = asked.share;
      proxies.forEach(proxy => Object.assign(proxy, { share }));
    }
    const changed =
      asked.ask === 'change' ? change(asked.namespaces, asked.count) : [];
    look();
    const count: RestoreCount = {
      made: Object.fromEntries(
        [...seen].map(([name, uids]) => [name, uids.size]),
      ),
      changed,
      cuts,
      lost: [...proxies.values()].reduce((sum, { lost }) => sum + lost, 0),
    };
    answerParent(count);
  });
  process.on('SIGTERM', async () => {
    proxies.forEach(proxy => proxy.stop());
    await sandbox.stop();
    process.exit(0);
  });
  const ready: RestoreClusters = {
    clusters: sandbox.clusters.map(({ name, tokens }) => ({
      name,
      url: proxies.get(name)!.url,
      token: tokens.portal,
    })),
  };
  answerParent(ready);
}

main();
