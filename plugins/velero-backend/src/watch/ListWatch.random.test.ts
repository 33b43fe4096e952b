import { setTimeout } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { SandboxCluster, startSandbox } from 'velero-sandbox';
import { connectTo } from './__testUtils__/connectTo';
import { RecordingSink } from './__testUtils__/RecordingSink';
import { until } from './__testUtils__/until';
import { Limiter } from '../lib/Limiter';
import { ListWatch } from './ListWatch';

const STEPS = 120;

/** A generator of numbers from 0 up to 1 that repeats itself for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 0x100000000;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

function truthOf(cluster: SandboxCluster): Record<string, unknown> {
  return Object.fromEntries(
    cluster.objects
      .list('backups')
      .map(({ metadata }) => [metadata.name, metadata.resourceVersion]),
  );
}

function heldBy(sink: RecordingSink): Record<string, unknown> {
  return Object.fromEntries(
    [...sink.objects.values()].map(({ metadata }) => [
      metadata.name,
      metadata.resourceVersion,
    ]),
  );
}

describe('ListWatch under random faults', () => {
  const seeds = [1, 2, 3, Date.now() % 1_000_000];

  it.each(seeds)('loses nothing, with seed %i', async seed => {
    const random = randomFrom(seed);
    const sandbox = await startSandbox({
      clusters: [{ name: 'a', velero: false }],
      timing: { bookmark: 10 },
      historyLimit: 40,
    });
    const cluster = sandbox.cluster('a');
    const { connection, close } = connectTo(cluster, {
      limits: { headersTimeout: 50, watchSilence: 50 },
    });
    const sink = new RecordingSink();
    const listWatch = new ListWatch({
      limiter: new Limiter({ limit: 8 }),
      logger: mockServices.logger.mock(),
      timing: {
        random,
        backoff: { min: 1, max: 8 },
        refusedInterval: 5,
        relistInterval: 5,
        shortWatch: 1,
        positionInterval: 5,
      },
    });

    function change() {
      const name = `backup-${Math.floor(random() * 30)}`;
      if (random() < 0.3) {
        if (cluster.objects.get('backups', name, 'velero')) {
          cluster.objects.remove('backups', name, 'velero');
        }
      } else {
        cluster.objects.put('backups', {
          metadata: { name, namespace: 'velero' },
          status: { progress: { itemsBackedUp: Math.floor(random() * 100) } },
        });
      }
    }

    const faults = [
      () => cluster.faults.cutWatches(),
      () => cluster.faults.set({ down: true }),
      () => cluster.faults.set({ hang: true }),
      () => cluster.faults.set({ unauthorized: true }),
      () => cluster.faults.set({ forbidden: ['backups'] }),
      () => cluster.faults.set({ notInstalled: true }),
      () => cluster.faults.set({ gone: true }),
      () => cluster.faults.set({ slow: 5 }),
      () =>
        cluster.faults.set({
          cutWatchesAfterBytes: Math.floor(random() * 5000),
        }),
      () => cluster.objects.compact(),
      () => sink.failures.push(new Error('No disk')),
      () => sink.failures.push(undefined, new Error('No disk')),
      () => sink.failures.push(undefined, undefined, new Error('No disk')),
      () => restart(),
    ];

    let controller = new AbortController();
    let run = start();
    function start(resumeFrom?: string) {
      return listWatch.run({
        connection,
        resource: 'backups',
        sink,
        resumeFrom,
        signal: controller.signal,
      });
    }
    /** As a new process would: from the last position that the sink was told. */
    function restart() {
      controller.abort();
      controller = new AbortController();
      run = run.then(() => start(sink.positions.at(-1)));
    }

    try {
      for (let step = 0; step < STEPS; step += 1) {
        for (let count = random() * 8; count > 0; count -= 1) {
          change();
        }
        if (random() < 0.4) {
          faults[Math.floor(random() * faults.length)]();
        } else if (random() < 0.4) {
          cluster.faults.clear();
        }
        await setTimeout(random() * 12);
      }
      cluster.faults.clear();
      const truth = JSON.stringify(sorted(truthOf(cluster)));
      await until(() => JSON.stringify(sorted(heldBy(sink))) === truth);
      expect(sink.lists).toBeGreaterThan(0);
    } finally {
      controller.abort();
      await run;
      await close();
      await sandbox.stop();
    }
  });
});

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).sort(([a], [b]) => a.localeCompare(b)),
  );
}
