import { SandboxCluster } from 'velero-sandbox';
import { ListWatchFixture } from './__testUtils__/ListWatchFixture';
import { RecordingSink } from './__testUtils__/RecordingSink';
import { until } from './__testUtils__/until';

describe('ListWatch', () => {
  let fixture: ListWatchFixture;
  let cluster: SandboxCluster;
  let sink: RecordingSink;

  beforeEach(async () => {
    fixture = await ListWatchFixture.start();
    ({ cluster, sink } = fixture);
  });

  afterEach(() => fixture.stop());

  it('lists what is there and follows what changes', async () => {
    fixture.put('old');
    fixture.put('leaving');
    fixture.run();
    await until(() => sink.names.join() === 'leaving,old');
    fixture.put('new');
    fixture.put('old', 'Completed');
    fixture.remove('leaving');
    await until(() => sink.names.join() === 'new,old');
    expect(sink.objects.get('velero/old')).toEqual(
      cluster.objects.get('backups', 'old', 'velero'),
    );
    expect(sink.lists).toBe(1);
    expect(sink.history).toEqual(['listing', 'watching']);
    expect(cluster.requests.snapshot()).toEqual({ 'watch backups': 1 });
  });

  it('looks into one namespace when asked to', async () => {
    fixture.put('mine');
    cluster.objects.put('backups', {
      metadata: { name: 'other', namespace: 'elsewhere' },
    });
    fixture.run({ namespace: 'velero' });
    await until(() => fixture.isWatching);
    expect(sink.names).toEqual(['mine']);
  });

  it('goes on after the server ended the watch', async () => {
    fixture.run({ timing: { watchSeconds: { min: 1, max: 1 } } });
    await until(() => cluster.requests.get('watch', 'backups') > 1);
    fixture.put('late');
    await until(() => sink.names.join() === 'late');
    expect(sink.lists).toBe(1);
    expect(sink.history).toEqual(['listing', 'watching']);
  });

  it('goes on after the watch was cut, without a word about it', async () => {
    fixture.run();
    await until(() => fixture.isWatching);
    cluster.faults.cutWatches();
    fixture.put('one');
    await until(() => sink.objects.has('velero/one'));
    cluster.faults.cutWatches();
    fixture.put('two');
    await until(() => sink.objects.has('velero/two'));
    expect(sink.lists).toBe(1);
    expect(sink.history).toEqual(['listing', 'watching']);
  });

  it('tells positions with bookmarks and otherwise not more often than asked', async () => {
    let now = 0;
    fixture.run({ timing: { now: () => now, positionInterval: 1000 } });
    await until(() => sink.positions.length === 2);
    const { resourceVersion } = fixture.put('one').metadata;
    await until(() => sink.positions.at(-1) === resourceVersion);
    const before = cluster.requests.total;
    now += 1000;
    const { resourceVersion: next } = fixture.put('two').metadata;
    await until(() => sink.positions.at(-1) === next);
    expect(cluster.requests.total).toBe(before);
  });

  it.each([{}, { hang: true }, { down: true }, { unauthorized: true }])(
    'ends soon when it is told to, with %j',
    async faults => {
      cluster.faults.set(faults);
      fixture.run();
      await until(() => sink.states.length > 1 || 'hang' in faults);
      await fixture.halt();
      await until(() => cluster.openWatches === 0);
      expect(fixture.logger.error).not.toHaveBeenCalled();
    },
  );
});
