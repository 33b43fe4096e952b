import { Portal } from './Portal';
import { atMost, Result } from './printTable';
import { LargeCluster, startBackend } from './startBackend';
import { percentile } from './statistics';

const SAMPLES = 100;
const EVENTS_PER_SECOND = 200;

/** Changes one backup among a steady stream of other changes and waits until the API answers with the change. */
export async function measureFreshness(setup: LargeCluster): Promise<Result[]> {
  const { backend, url } = await startBackend(setup);
  const portal = new Portal(url);
  try {
    await portal.synced(setup.probed);
    await setup.sandbox.ask({ ask: 'churn', perSecond: EVENTS_PER_SECOND });
    const probe = (await portal.backups())!.items[0].name;
    const delays: number[] = [];
    for (let sample = 1; sample <= SAMPLES; sample++) {
      delays.push(await delayOf({ setup, portal, probe }, 1_000_000 + sample));
    }
    await setup.sandbox.ask({ ask: 'churn', perSecond: 0 });
    const label = `event to answer at ${EVENTS_PER_SECOND} events/s`;
    return [
      atMost(`${label}, p50`, percentile(delays, 0.5), 'ms', 500),
      atMost(`${label}, p99`, percentile(delays, 0.99), 'ms', 500),
    ];
  } finally {
    await backend.stop();
  }
}

async function delayOf(
  options: { setup: LargeCluster; portal: Portal; probe: string },
  items: number,
): Promise<number> {
  const { setup, portal, probe } = options;
  const start = performance.now();
  await setup.sandbox.ask({ ask: 'change', name: probe, items });
  for (;;) {
    const backup = await portal.backup(probe);
    if (backup?.itemsDone === items) {
      return performance.now() - start;
    }
  }
}
