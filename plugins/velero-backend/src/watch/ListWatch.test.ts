import { mockServices } from '@backstage/backend-test-utils';
import { Sandbox, startSandbox } from 'velero-sandbox';
import {
  ClusterConnection,
  WatchEvent,
  WatchOptions,
} from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { connectTo } from './__testUtils__/connectTo';
import { RecordingSink } from './__testUtils__/RecordingSink';
import { until } from './__testUtils__/until';
import { ListLimiter } from './ListLimiter';
import { ListWatch } from './ListWatch';
import { ListWatchTiming } from './ListWatchTiming';
import { ListWatchRunOptions } from './WatchTarget';

const FAST: Partial<ListWatchTiming> = {
  backoff: { min: 1, max: 4 },
  refusedInterval: 4,
  relistInterval: 0,
  shortWatch: 0,
  positionInterval: 0,
};

const IMPATIENT = { headersTimeout: 60, watchSilence: 60 };

describe('ListWatch', () => {
  const logger = mockServices.logger.mock();
  const limiter = new ListLimiter();
  let sandbox: Sandbox;
  let sink: RecordingSink;
  let controller: AbortController;
  let connection: ClusterConnection;
  let closeConnection: () => Promise<void>;
  let runs: Promise<void>[];

  const cluster = () => sandbox.cluster('a');

  beforeEach(async () => {
    sandbox = await startSandbox({
      clusters: [
        {
          name: 'a',
          velero: false,
          users: [
            {
              name: 'lister',
              token: 'lister-token',
              rules: [
                {
                  groups: ['velero.io'],
                  resources: ['backups'],
                  verbs: ['list'],
                },
              ],
            },
          ],
        },
      ],
      timing: { bookmark: 20 },
    });
    sink = new RecordingSink();
    controller = new AbortController();
    runs = [];
    ({ connection, close: closeConnection } = connectTo(cluster(), {
      limits: IMPATIENT,
    }));
    jest.clearAllMocks();
  });

  afterEach(async () => {
    controller.abort();
    await Promise.all(runs);
    await closeConnection();
    await sandbox.stop();
  });

  function put(name: string, phase = 'New') {
    return cluster().objects.put('backups', {
      metadata: { name, namespace: 'velero' },
      status: { phase },
    });
  }

  function remove(name: string) {
    cluster().objects.remove('backups', name, 'velero');
  }

  function putMany(count: number) {
    for (let index = 0; index < count; index += 1) {
      put(`backup-${index}`);
    }
  }

  function start(
    options: Partial<ListWatchRunOptions> & {
      timing?: Partial<ListWatchTiming>;
      limiter?: ListLimiter;
    } = {},
  ) {
    const { timing, ...run } = options;
    const listWatch = new ListWatch({
      limiter: options.limiter ?? limiter,
      logger,
      timing: { ...FAST, ...timing },
    });
    runs.push(
      listWatch.run({
        connection,
        resource: 'backups',
        sink,
        signal: controller.signal,
        ...run,
      }),
    );
  }

  const isWatching = () => sink.lastState?.state === 'watching';

  it('lists what is there and follows what changes', async () => {
    put('old');
    put('leaving');
    start();
    await until(() => sink.names.join() === 'leaving,old');
    put('new');
    put('old', 'Completed');
    remove('leaving');
    await until(() => sink.names.join() === 'new,old');
    expect(sink.objects.get('velero/old')).toEqual(
      cluster().objects.get('backups', 'old', 'velero'),
    );
    expect(sink.lists).toBe(1);
    expect(sink.history).toEqual(['listing', 'watching']);
    expect(cluster().requests.snapshot()).toEqual({ 'watch backups': 1 });
  });

  it('looks into one namespace when asked to', async () => {
    put('mine');
    cluster().objects.put('backups', {
      metadata: { name: 'other', namespace: 'elsewhere' },
    });
    start({ namespace: 'velero' });
    await until(isWatching);
    expect(sink.names).toEqual(['mine']);
  });

  it('hands over a large list in batches of up to 500', async () => {
    putMany(1203);
    start();
    await until(isWatching);
    expect(sink.objects.size).toBe(1203);
    expect(sink.batchSizes).toEqual([500, 500, 203]);
  });

  it('asks for pages where the list cannot be streamed, and remembers it', async () => {
    putMany(1203);
    const streams = jest.fn();
    start({
      connection: withWatch(connection, options => {
        if (options.sendInitialEvents) {
          streams();
          throw new ClusterError('unsupported', 'No streaming lists');
        }
        return connection.watch(options);
      }),
    });
    await until(isWatching);
    put('later');
    await until(() => sink.objects.size === 1204);
    remove('later');
    cluster().objects.compact();
    cluster().faults.cutWatches();
    await until(() => sink.objects.size === 1203);
    expect(sink.batchSizes.slice(0, 3)).toEqual([500, 500, 203]);
    expect(sink.lists).toBe(2);
    expect(streams).toHaveBeenCalledTimes(1);
  });

  it('asks for pages when the stream of the list ends without its mark', async () => {
    put('one');
    start({
      connection: withWatch(connection, options =>
        options.sendInitialEvents ? ended() : connection.watch(options),
      ),
    });
    await until(isWatching);
    expect(sink.names).toEqual(['one']);
    expect(cluster().requests.get('list', 'backups')).toBe(1);
  });

  it('goes on from a position of an earlier run without a list', async () => {
    put('one');
    start();
    await until(() => sink.lists === 1);
    controller.abort();
    await Promise.all(runs);
    remove('one');
    put('two');
    cluster().requests.reset();
    controller = new AbortController();
    start({ resumeFrom: sink.positions.at(-1) });
    await until(() => sink.names.join() === 'two');
    expect(sink.lists).toBe(1);
    expect(cluster().requests.snapshot()).toEqual({ 'watch backups': 1 });
  });

  it('lists again when its position is too old, and finds what has gone', async () => {
    put('one');
    start();
    await until(() => sink.lists === 1);
    controller.abort();
    await Promise.all(runs);
    remove('one');
    put('two');
    cluster().objects.compact();
    controller = new AbortController();
    start({ resumeFrom: sink.positions[0] });
    await until(() => sink.names.join() === 'two');
    expect(sink.lists).toBe(2);
  });

  it('waits between lists when every position is refused at once', async () => {
    const waits: number[] = [];
    put('one');
    cluster().faults.set({ gone: true });
    start({
      connection: withWatch(connection, options => {
        if (options.sendInitialEvents) {
          throw new ClusterError('unsupported', 'No streaming lists');
        }
        return connection.watch(options);
      }),
      timing: {
        relistInterval: 60_000,
        now: () => 1_000_000,
        wait: async milliseconds => {
          waits.push(milliseconds);
          if (milliseconds === 60_000) {
            cluster().faults.clear();
          }
        },
      },
    });
    await until(() => sink.lists === 2);
    expect(waits.filter(milliseconds => milliseconds > 4)).toEqual([60_000]);
  });

  it('lists again when the cluster has gone back in time', async () => {
    const bookmarks = ['900', '1000', '20'];
    put('one');
    start({
      resumeFrom: '800',
      connection: withWatch(connection, options =>
        options.resourceVersion && bookmarks.length > 0
          ? bookmarksOf(bookmarks.splice(0))
          : connection.watch(options),
      ),
    });
    await until(() => sink.names.join() === 'one');
    expect(sink.positions.slice(0, 2)).toEqual(['900', '1000']);
  });

  it('lists again when a watch tells nothing for longer than bookmarks take', async () => {
    let now = 0;
    put('one');
    start({
      resumeFrom: '999999999',
      timing: { now: () => now, fruitlessWatch: 75_000 },
      connection: withWatch(connection, options =>
        options.resourceVersion === '999999999'
          ? silent(() => {
              now = 90_000;
            })
          : connection.watch(options),
      ),
    });
    await until(() => sink.names.join() === 'one');
    expect(sink.lists).toBe(1);
  });

  it('goes on after the server ended the watch', async () => {
    start({ timing: { watchSeconds: { min: 1, max: 1 } } });
    await until(() => cluster().requests.get('watch', 'backups') > 1);
    put('late');
    await until(() => sink.names.join() === 'late');
    expect(sink.lists).toBe(1);
    expect(sink.history).toEqual(['listing', 'watching']);
  });

  it('goes on after the watch was cut, without a word about it', async () => {
    start();
    await until(isWatching);
    cluster().faults.cutWatches();
    put('one');
    await until(() => sink.objects.has('velero/one'));
    cluster().faults.cutWatches();
    put('two');
    await until(() => sink.objects.has('velero/two'));
    expect(sink.lists).toBe(1);
    expect(sink.history).toEqual(['listing', 'watching']);
  });

  it('says so when watches end as soon as they begin', async () => {
    start({
      resumeFrom: '1',
      timing: { shortWatch: 1000 },
      connection: withWatch(connection, () => ended()),
    });
    await until(() => sink.lastState?.state === 'failing');
    expect(sink.lastState).toMatchObject({
      kind: 'unreachable',
      reason: 'The cluster ends watches at once',
    });
  });

  it.each([
    [
      { unauthorized: true },
      'unauthorized',
      "The API server does not accept the portal's credential (401)",
    ],
    [
      { forbidden: ['backups'] },
      'forbidden',
      "The portal's account may not list backups.velero.io in all namespaces",
    ],
    [
      { notInstalled: true },
      'not-found',
      'The cluster does not serve backups.velero.io',
    ],
    [
      { tooManyRequests: 0.001 },
      'too-many-requests',
      'The API server asks for fewer requests (429)',
    ],
    [{ hang: true }, 'unreachable', 'The cluster does not answer in time'],
    [{ down: true }, 'unreachable', 'The connection to the cluster broke'],
  ])(
    'reports %j from the start, and goes on when it is over',
    async (faults, kind, reason) => {
      put('one');
      cluster().faults.set(faults);
      start();
      await until(
        () => sink.states.filter(({ state }) => state === 'failing').length > 2,
      );
      const failures = sink.states.filter(({ state }) => state === 'failing');
      for (const failure of failures) {
        expect(failure).toMatchObject({
          kind,
          reason: expect.stringContaining(reason),
          since: (failures[0] as { since: number }).since,
        });
      }
      cluster().faults.clear();
      await until(isWatching);
      expect(sink.names).toEqual(['one']);
    },
  );

  it.each([
    [{ unauthorized: true }, 'unauthorized'],
    [{ forbidden: ['backups'] }, 'forbidden'],
    [{ notInstalled: true }, 'not-found'],
    [{ hang: true }, 'unreachable'],
    [{ down: true }, 'unreachable'],
  ])('survives %j in the middle without a new list', async (faults, kind) => {
    put('one');
    start();
    await until(isWatching);
    cluster().faults.set(faults);
    cluster().faults.cutWatches();
    await until(() => sink.lastState?.state === 'failing');
    expect(sink.lastState).toMatchObject({ kind });
    put('two');
    remove('one');
    cluster().faults.clear();
    await until(() => sink.names.join() === 'two');
    expect(sink.lists).toBe(1);
  });

  it('names the right to watch when only that is missing', async () => {
    put('one');
    await closeConnection();
    ({ connection, close: closeConnection } = connectTo(cluster(), {
      token: 'lister-token',
    }));
    start();
    await until(() => sink.lastState?.state === 'failing');
    expect(sink.names).toEqual(['one']);
    expect(sink.lastState).toMatchObject({
      reason:
        "The portal's account may not watch backups.velero.io in all namespaces",
    });
  });

  it('tells an open stream that fell silent from a quiet one', async () => {
    await closeConnection();
    ({ connection, close: closeConnection } = connectTo(cluster(), {
      limits: { watchSilence: 200 },
    }));
    put('one');
    start();
    await until(
      () => sink.states.filter(({ state }) => state === 'watching').length > 20,
    );
    expect(cluster().requests.get('watch', 'backups')).toBe(1);
  });

  it.each([1, 2, 3, 4])(
    'takes up again when call %i of the sink fails, and says so meanwhile',
    async nth => {
      putMany(600);
      sink.failures.push(
        ...Array(nth - 1).fill(undefined),
        new Error('No disk'),
      );
      start();
      await until(() => sink.lists === 1 && isWatching());
      expect(sink.objects.size).toBe(600);
      expect(sink.history).toContain('failing');
      expect(logger.error.mock.calls).toEqual([
        ['Changes of backups are not taken: No disk'],
      ]);
    },
  );

  it('hands over a change again that the sink did not take, without a list', async () => {
    start();
    await until(isWatching);
    sink.failures.push(...Array(3).fill(new Error('No disk')));
    put('one');
    await until(() => sink.names.join() === 'one');
    expect(sink.lists).toBe(1);
    expect(sink.history).toContain('failing');
  });

  it('waits as long as the server asks', async () => {
    const waits: number[] = [];
    cluster().faults.set({ tooManyRequests: 7 });
    start({
      timing: {
        wait: async milliseconds => {
          waits.push(milliseconds);
          cluster().faults.clear();
        },
      },
    });
    await until(isWatching);
    expect(waits).toEqual([7000]);
  });

  it('verifies everything after hours, and goes on watching', async () => {
    let now = 0;
    put('one');
    start({
      timing: {
        now: () => now,
        watchSeconds: { min: 1, max: 1 },
        verifyAfter: { min: 1000, max: 1000 },
      },
    });
    await until(() => sink.lists === 1);
    now = 1000;
    await until(() => sink.lists === 2);
    put('two');
    await until(() => sink.names.join() === 'one,two');
    expect(sink.history).toEqual(['listing', 'watching']);
  });

  it('goes on watching when a verification fails', async () => {
    let now = 0;
    let isBroken = false;
    start({
      timing: {
        now: () => now,
        watchSeconds: { min: 1, max: 1 },
        verifyAfter: { min: 1000, max: 1000 },
      },
      connection: withWatch(connection, options => {
        if (options.sendInitialEvents && isBroken) {
          throw new ClusterError('unreachable', 'No list now');
        }
        return connection.watch(options);
      }),
    });
    await until(() => sink.lists === 1);
    isBroken = true;
    now = 1000;
    await until(() => sink.lastState?.state === 'failing');
    put('one');
    await until(() => sink.names.join() === 'one' && isWatching());
    expect(sink.lists).toBe(1);
  });

  it('tells positions with bookmarks and otherwise not more often than asked', async () => {
    let now = 0;
    start({ timing: { now: () => now, positionInterval: 1000 } });
    await until(() => sink.positions.length === 2);
    const { resourceVersion } = put('one').metadata;
    await until(() => sink.positions.at(-1) === resourceVersion);
    const before = cluster().requests.total;
    now += 1000;
    const { resourceVersion: next } = put('two').metadata;
    await until(() => sink.positions.at(-1) === next);
    expect(cluster().requests.total).toBe(before);
  });

  it('lets no more lists run at a time than allowed', async () => {
    const one = new ListLimiter({ limit: 1 });
    const hold = await one.acquire(controller.signal);
    start({ limiter: one });
    await until(() => sink.lastState?.state === 'listing');
    expect(cluster().requests.total).toBe(0);
    hold();
    await until(isWatching);
    const second = new RecordingSink();
    start({ limiter: one, sink: second });
    await until(() => second.lists === 1);
  });

  it.each([{}, { hang: true }, { down: true }, { unauthorized: true }])(
    'ends soon when it is told to, with %j',
    async faults => {
      cluster().faults.set(faults);
      start();
      await until(() => sink.states.length > 1 || 'hang' in faults);
      controller.abort();
      await Promise.all(runs);
      await until(() => cluster().openWatches === 0);
      expect(logger.error).not.toHaveBeenCalled();
    },
  );
});

function withWatch(
  connection: ClusterConnection,
  watch: (options: WatchOptions) => AsyncIterable<WatchEvent[]>,
): ClusterConnection {
  return {
    discover: signal => connection.discover(signal),
    list: options => connection.list(options),
    readIdentity: signal => connection.readIdentity(signal),
    readVeleroVersion: (namespace, signal) =>
      connection.readVeleroVersion(namespace, signal),
    watch,
  };
}

async function* ended(): AsyncGenerator<WatchEvent[]> {
  yield [];
}

async function* silent(passTime: () => void): AsyncGenerator<WatchEvent[]> {
  yield [];
  passTime();
  throw new ClusterError('unreachable', 'The connection fell silent');
}

async function* bookmarksOf(versions: string[]): AsyncGenerator<WatchEvent[]> {
  yield [];
  for (const resourceVersion of versions) {
    yield [{ type: 'BOOKMARK', object: { metadata: { resourceVersion } } }];
  }
}
