import { SandboxCluster } from 'velero-sandbox';
import { ListWatchFixture } from './__testUtils__/ListWatchFixture';
import { RecordingSink } from './__testUtils__/RecordingSink';
import { until } from './__testUtils__/until';
import { ended, withWatch } from './__testUtils__/withWatch';

describe('what ListWatch survives', () => {
  let fixture: ListWatchFixture;
  let cluster: SandboxCluster;
  let sink: RecordingSink;

  beforeEach(async () => {
    fixture = await ListWatchFixture.start();
    ({ cluster, sink } = fixture);
  });

  afterEach(() => fixture.stop());

  it('says so when watches end as soon as they begin', async () => {
    fixture.run({
      resumeFrom: '1',
      timing: { shortWatch: 1000 },
      connection: withWatch(fixture.connection, () => ended()),
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
      'not-served',
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
      fixture.put('one');
      cluster.faults.set(faults);
      fixture.run();
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
      cluster.faults.clear();
      await until(() => fixture.isWatching);
      expect(sink.names).toEqual(['one']);
    },
  );

  it.each([
    [{ unauthorized: true }, 'unauthorized'],
    [{ forbidden: ['backups'] }, 'forbidden'],
    [{ notInstalled: true }, 'not-served'],
    [{ hang: true }, 'unreachable'],
    [{ down: true }, 'unreachable'],
  ])('survives %j in the middle without a new list', async (faults, kind) => {
    fixture.put('one');
    fixture.run();
    await until(() => fixture.isWatching);
    cluster.faults.set(faults);
    cluster.faults.cutWatches();
    await until(() => sink.lastState?.state === 'failing');
    expect(sink.lastState).toMatchObject({ kind });
    fixture.put('two');
    fixture.remove('one');
    cluster.faults.clear();
    await until(() => sink.names.join() === 'two');
    expect(sink.lists).toBe(1);
  });

  it('names the right to watch when only that is missing', async () => {
    fixture.put('one');
    fixture.connect({
      token: 'lister-token',
    });
    fixture.run();
    await until(() => sink.lastState?.state === 'failing');
    expect(sink.names).toEqual(['one']);
    expect(sink.lastState).toMatchObject({
      reason:
        "The portal's account may not watch backups.velero.io in all namespaces",
    });
  });

  it('tells an open stream that fell silent from a quiet one', async () => {
    fixture.connect({
      limits: { watchSilence: 200 },
    });
    fixture.put('one');
    fixture.run();
    await until(
      () => sink.states.filter(({ state }) => state === 'watching').length > 20,
    );
    expect(cluster.requests.get('watch', 'backups')).toBe(1);
  });

  it.each([1, 2, 3, 4])(
    'takes up again when call %i of the sink fails, and says so meanwhile',
    async nth => {
      fixture.putMany(600);
      sink.failures.push(
        ...Array(nth - 1).fill(undefined),
        new Error('No disk'),
      );
      fixture.run();
      await until(() => sink.lists === 1 && fixture.isWatching);
      expect(sink.objects.size).toBe(600);
      expect(sink.history).toContain('failing');
      expect(fixture.logger.error.mock.calls).toEqual([
        ['Changes of backups are not taken: No disk'],
      ]);
    },
  );

  it('hands over a change again that the sink did not take, without a list', async () => {
    fixture.run();
    await until(() => fixture.isWatching);
    sink.failures.push(...Array(3).fill(new Error('No disk')));
    fixture.put('one');
    await until(() => sink.names.join() === 'one');
    expect(sink.lists).toBe(1);
    expect(sink.history).toContain('failing');
  });

  it('waits as long as the server asks', async () => {
    const waits: number[] = [];
    cluster.faults.set({ tooManyRequests: 7 });
    fixture.run({
      timing: {
        wait: async milliseconds => {
          waits.push(milliseconds);
          cluster.faults.clear();
        },
      },
    });
    await until(() => fixture.isWatching);
    expect(waits).toEqual([7000]);
  });
});
