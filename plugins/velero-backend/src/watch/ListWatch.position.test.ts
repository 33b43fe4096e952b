import { SandboxCluster } from 'velero-sandbox';
import { WatchEvent } from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { ListWatchFixture } from './__testUtils__/ListWatchFixture';
import { RecordingSink } from './__testUtils__/RecordingSink';
import { until } from './__testUtils__/until';
import { withWatch } from './__testUtils__/withWatch';

describe('where ListWatch goes on', () => {
  let fixture: ListWatchFixture;
  let cluster: SandboxCluster;
  let sink: RecordingSink;

  beforeEach(async () => {
    fixture = await ListWatchFixture.start();
    ({ cluster, sink } = fixture);
  });

  afterEach(() => fixture.stop());

  it('goes on from a position of an earlier run without a list', async () => {
    fixture.put('one');
    fixture.run();
    await until(() => sink.lists === 1);
    await fixture.halt();
    fixture.remove('one');
    fixture.put('two');
    cluster.requests.reset();
    fixture.run({ resumeFrom: sink.positions.at(-1) });
    await until(() => sink.names.join() === 'two');
    expect(sink.lists).toBe(1);
    expect(cluster.requests.snapshot()).toEqual({ 'watch backups': 1 });
  });

  it('lists again when its position is too old, and finds what has gone', async () => {
    fixture.put('one');
    fixture.run();
    await until(() => sink.lists === 1);
    await fixture.halt();
    fixture.remove('one');
    fixture.put('two');
    cluster.objects.compact();
    fixture.run({ resumeFrom: sink.positions[0] });
    await until(() => sink.names.join() === 'two');
    expect(sink.lists).toBe(2);
  });

  it('waits between lists when every position is refused at once', async () => {
    const waits: number[] = [];
    fixture.put('one');
    cluster.faults.set({ gone: true });
    fixture.run({
      connection: withWatch(fixture.connection, options => {
        if (options.sendInitialEvents) {
          throw new ClusterError('unsupported', 'No streaming lists');
        }
        return fixture.connection.watch(options);
      }),
      timing: {
        relistInterval: 60_000,
        now: () => 1_000_000,
        wait: async milliseconds => {
          waits.push(milliseconds);
          if (milliseconds === 60_000) {
            cluster.faults.clear();
          }
        },
      },
    });
    await until(() => sink.lists === 2);
    expect(waits.filter(milliseconds => milliseconds > 4)).toEqual([60_000]);
  });

  it('lists again when the cluster has gone back in time', async () => {
    const bookmarks = ['900', '1000', '20'];
    fixture.put('one');
    fixture.run({
      resumeFrom: '800',
      connection: withWatch(fixture.connection, options =>
        options.resourceVersion && bookmarks.length > 0
          ? bookmarksOf(bookmarks.splice(0))
          : fixture.connection.watch(options),
      ),
    });
    await until(() => sink.names.join() === 'one');
    expect(sink.positions.slice(0, 2)).toEqual(['900', '1000']);
  });

  it('lists again when a watch tells nothing for longer than bookmarks take', async () => {
    let now = 0;
    fixture.put('one');
    fixture.run({
      resumeFrom: '999999999',
      timing: { now: () => now, fruitlessWatch: 75_000 },
      connection: withWatch(fixture.connection, options =>
        options.resourceVersion === '999999999'
          ? silent(() => {
              now = 90_000;
            })
          : fixture.connection.watch(options),
      ),
    });
    await until(() => sink.names.join() === 'one');
    expect(sink.lists).toBe(1);
  });
});

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
