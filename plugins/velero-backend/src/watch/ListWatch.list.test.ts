import { SandboxCluster } from 'velero-sandbox';
import { ClusterError } from '../clusters/ClusterError';
import { ListWatchFixture } from './__testUtils__/ListWatchFixture';
import { RecordingSink } from './__testUtils__/RecordingSink';
import { until } from './__testUtils__/until';
import { ended, withWatch } from './__testUtils__/withWatch';
import { Limiter } from '../lib/Limiter';

describe('how ListWatch lists', () => {
  let fixture: ListWatchFixture;
  let cluster: SandboxCluster;
  let sink: RecordingSink;

  beforeEach(async () => {
    fixture = await ListWatchFixture.start();
    ({ cluster, sink } = fixture);
  });

  afterEach(() => fixture.stop());

  it('hands over a large list in batches of up to 500', async () => {
    fixture.putMany(1203);
    fixture.run();
    await until(() => fixture.isWatching);
    expect(sink.objects.size).toBe(1203);
    expect(sink.batchSizes).toEqual([500, 500, 203]);
  });

  it('asks for pages where the list cannot be streamed, and remembers it', async () => {
    fixture.putMany(1203);
    const streams = jest.fn();
    fixture.run({
      connection: withWatch(fixture.connection, options => {
        if (options.sendInitialEvents) {
          streams();
          throw new ClusterError('unsupported', 'No streaming lists');
        }
        return fixture.connection.watch(options);
      }),
    });
    await until(() => fixture.isWatching);
    fixture.put('later');
    await until(() => sink.objects.size === 1204);
    fixture.remove('later');
    cluster.objects.compact();
    cluster.faults.cutWatches();
    await until(() => sink.objects.size === 1203);
    expect(sink.batchSizes.slice(0, 3)).toEqual([500, 500, 203]);
    expect(sink.lists).toBe(2);
    expect(streams).toHaveBeenCalledTimes(1);
  });

  it('asks for pages when the stream of the list ends without its mark', async () => {
    fixture.put('one');
    fixture.run({
      connection: withWatch(fixture.connection, options =>
        options.sendInitialEvents ? ended() : fixture.connection.watch(options),
      ),
    });
    await until(() => fixture.isWatching);
    expect(sink.names).toEqual(['one']);
    expect(cluster.requests.get('list', 'backups')).toBe(1);
  });

  it('asks for pages when the stream of the list falls silent, and then lets others list', async () => {
    const limiter = new Limiter({ limit: 1 });
    const second = new RecordingSink();
    let listsBeforeSecond: number | undefined;
    fixture.put('one');
    fixture.run({
      limiter,
      timing: { listSilence: 5 },
      // What a server does that takes the request for a plain watch: it never says that the list is over.
      connection: withWatch(fixture.connection, options =>
        fixture.connection.watch({ ...options, sendInitialEvents: undefined }),
      ),
    });
    fixture.run({
      limiter,
      sink: second,
      connection: withWatch(fixture.connection, options => {
        listsBeforeSecond ??= sink.lists;
        return fixture.connection.watch(options);
      }),
    });
    await until(() => second.lists === 1 && fixture.isWatching);
    expect(listsBeforeSecond).toBe(1);
    expect([sink.names, second.names]).toEqual([['one'], ['one']]);
    expect(sink.history).toEqual(['listing', 'watching']);
    expect(cluster.requests.get('list', 'backups')).toBe(1);
    await until(() => cluster.openWatches === 2);
  });

  it('verifies everything after hours, and goes on watching', async () => {
    let now = 0;
    fixture.put('one');
    fixture.run({
      timing: {
        now: () => now,
        watchSeconds: { min: 1, max: 1 },
        verifyAfter: { min: 1000, max: 1000 },
      },
    });
    await until(() => sink.lists === 1);
    now = 1000;
    await until(() => sink.lists === 2);
    fixture.put('two');
    await until(() => sink.names.join() === 'one,two');
    expect(sink.history).toEqual(['listing', 'watching']);
  });

  it('goes on watching when a verification fails', async () => {
    let now = 0;
    let isBroken = false;
    fixture.run({
      timing: {
        now: () => now,
        watchSeconds: { min: 1, max: 1 },
        verifyAfter: { min: 1000, max: 1000 },
      },
      connection: withWatch(fixture.connection, options => {
        if (options.sendInitialEvents && isBroken) {
          throw new ClusterError('unreachable', 'No list now');
        }
        return fixture.connection.watch(options);
      }),
    });
    await until(() => sink.lists === 1);
    isBroken = true;
    now = 1000;
    // The next state may come before the next look.
    await until(() => sink.history.includes('failing'));
    fixture.put('one');
    await until(() => sink.names.join() === 'one' && fixture.isWatching);
    expect(sink.lists).toBe(1);
  });

  it('lets no more lists run at a time than allowed', async () => {
    const one = new Limiter({ limit: 1 });
    const hold = await one.acquire(fixture.signal);
    fixture.run({ limiter: one });
    await until(() => sink.lastState?.state === 'listing');
    expect(cluster.requests.total).toBe(0);
    hold();
    await until(() => fixture.isWatching);
    const second = new RecordingSink();
    fixture.run({ limiter: one, sink: second });
    await until(() => second.lists === 1);
  });
});
