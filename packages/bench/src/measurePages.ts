import { setTimeout as sleep } from 'node:timers/promises';
import { Portal } from './Portal';
import { atLeast, atMost, Result } from './printTable';
import { PROBED_NAMESPACE } from './roles';
import { LargeCluster, startBackend } from './startBackend';
import { percentile, timed } from './statistics';

const PAGES = 1_000;
const LISTS = 5;
const SETTLE = 5_000;

/** Asks for the newest backups of one namespace, from the store and, as others do it, from the cluster. */
export async function measurePages(setup: LargeCluster): Promise<Result[]> {
  const { backend, url } = await startBackend(setup);
  const portal = new Portal(url);
  try {
    await portal.synced(setup.probed);
    await repeat(50, () => portal.backups());
    // What the collecting itself asks after the first list, such as Velero's version, is no matter of pages.
    await sleep(SETTLE);
    const before = await requestsOf(setup);
    const pages = await repeat(PAGES, () => portal.backups());
    const asked = (await requestsOf(setup)) - before;
    const lists = await repeat(LISTS, () => listLive(setup));
    const ratio = percentile(lists, 0.5) / percentile(pages, 0.5);
    return [
      atMost('newest 25 of a namespace, p50', percentile(pages, 0.5), 'ms', 25),
      atMost(
        'newest 25 of a namespace, p99',
        percentile(pages, 0.99),
        'ms',
        25,
      ),
      atLeast('  faster than a live LIST', ratio, 'x', 100),
      atMost(`  requests to the cluster for ${PAGES} pages`, asked, '', 0),
    ];
  } finally {
    await backend.stop();
  }
}

async function repeat(
  times: number,
  action: () => Promise<unknown>,
): Promise<number[]> {
  const durations: number[] = [];
  for (let i = 0; i < times; i++) {
    durations.push((await timed(action)).milliseconds);
  }
  return durations;
}

async function requestsOf({ sandbox }: LargeCluster): Promise<number> {
  const { requests } = await sandbox.ask<{ requests: number }>({
    ask: 'requests',
  });
  return requests;
}

/** What the known dashboards do for each page: list everything, filter, sort, cut. */
async function listLive({ ready }: LargeCluster): Promise<void> {
  const [{ url, token }] = ready.clusters;
  const response = await fetch(`${url}/apis/velero.io/v1/backups`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { items } = (await response.json()) as {
    items: Array<{
      spec: { includedNamespaces: string[] };
      status: { startTimestamp: string };
    }>;
  };
  items
    .filter(item => item.spec.includedNamespaces.includes(PROBED_NAMESPACE))
    .sort((a, b) =>
      b.status.startTimestamp.localeCompare(a.status.startTimestamp),
    )
    .slice(0, 25);
}
