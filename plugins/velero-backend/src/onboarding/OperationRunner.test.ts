import { TestDatabases } from '@backstage/backend-test-utils';
import { ClusterError } from '../clusters/ClusterError';
import { HttpClusterConnection } from '../clusters/HttpClusterConnection';
import { ApplyFixture, credentialFile } from './__testUtils__/ApplyFixture';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const EVERYTHING = [
  'backupstoragelocations/archive',
  'schedules/all',
  'secrets/keys--v1',
];

describe('OperationRunner', () => {
  let fixture: ApplyFixture;

  beforeEach(async () => {
    fixture = await ApplyFixture.start(databases);
  });

  afterEach(() => fixture.stop());

  it('makes a location that Velero finds Available, a schedule, and a first backup', async () => {
    const { state, clusters } = await fixture.apply('one');
    expect(clusters).toMatchObject([
      {
        state: 'applied',
        steps: [
          { id: 'secrets/keys--v1', state: 'done' },
          { id: 'backupstoragelocations/archive', state: 'done' },
          { id: 'available/archive', state: 'done' },
          { id: 'schedules/all', state: 'done' },
          { id: 'sync/archive', state: 'done' },
          { id: 'backups/all-first-one', state: 'done', message: 'Completed' },
        ],
      },
    ]);
    expect(state).toBe('succeeded');
    expect(fixture.names()).toEqual(EVERYTHING);
    const [location] = fixture.cluster.objects.list('backupstoragelocations');
    expect(location.spec).not.toHaveProperty('backupSyncPeriod');
  });

  it('takes everything back when Velero cannot use the location, and says what Velero says', async () => {
    const { state, clusters } = await fixture.apply('one', { bucket: 'lost' });
    expect(state).toBe('failed');
    expect(clusters[0].state).toBe('undone');
    expect(clusters[0].message).toMatch(
      /^Velero cannot use location 'archive': .*NoSuchBucket/,
    );
    expect(fixture.names()).toEqual([]);
  });

  it('takes everything back with a wrong key', async () => {
    const wrong = credentialFile('wrong');
    const { clusters } = await fixture.apply('one', {}, wrong);
    expect(clusters[0]).toMatchObject({
      state: 'undone',
      message: expect.stringContaining('SignatureDoesNotMatch'),
    });
    expect(fixture.names()).toEqual([]);
  });

  it('keeps no part of a credential', async () => {
    const wrong = credentialFile('canary-secret');
    const { progress, task } = await fixture.apply('one', {}, wrong);
    expect(progress + task).not.toContain('canary');
  });

  it('changes nothing the second time, and says so', async () => {
    await fixture.apply('one');
    const { state, clusters } = await fixture.apply('two', { isKnown: true });
    expect(state).toBe('succeeded');
    expect(clusters[0].state).toBe('unchanged');
    expect(new Set(clusters[0].steps.map(step => step.state))).toEqual(
      new Set(['unchanged']),
    );
    expect(fixture.cluster.objects.list('backups')).toHaveLength(1);
  });

  it('changes only what is to be another, and leaves what others have set beside it', async () => {
    await fixture.apply('one', { firstBackup: false });
    fixture.cluster.objects.patch(
      'backupstoragelocations',
      { name: 'archive', namespace: 'velero' },
      { spec: { default: true }, metadata: { labels: { theirs: 'yes' } } },
    );
    const { clusters } = await fixture.apply('two', {
      isKnown: true,
      cron: '5 5 * * *',
      firstBackup: false,
    });
    expect(clusters[0].steps).toMatchObject([
      { id: 'secrets/keys--v1', state: 'unchanged' },
      { id: 'backupstoragelocations/archive', state: 'unchanged' },
      { id: 'available/archive', state: 'unchanged' },
      { id: 'schedules/all', state: 'done' },
      { id: 'sync/archive', state: 'unchanged' },
    ]);
    const [location] = fixture.cluster.objects.list('backupstoragelocations');
    expect(location.spec).toMatchObject({ default: true });
  });

  it('moves a location to a new credential, then removes the old one', async () => {
    await fixture.apply('one', { firstBackup: false });
    const { clusters } = await fixture.apply('two', {
      secret: 'keys--v2',
      oldSecrets: ['keys--v1'],
      firstBackup: false,
    });
    expect(clusters[0]).toMatchObject({ state: 'applied' });
    expect(fixture.names()).toEqual([
      'backupstoragelocations/archive',
      'schedules/all',
      'secrets/keys--v2',
    ]);
  });

  it('puts back what was there when a change does not work', async () => {
    await fixture.apply('one', { firstBackup: false });
    const { clusters } = await fixture.apply(
      'two',
      { secret: 'keys--v2', cron: '5 5 * * *', oldSecrets: ['keys--v1'] },
      credentialFile('wrong'),
    );
    expect(clusters[0].state).toBe('undone');
    expect(fixture.names()).toEqual(EVERYTHING);
    const [location] = fixture.cluster.objects.list('backupstoragelocations');
    expect(location.spec).toMatchObject({
      credential: { name: 'keys--v1', key: 'cloud' },
    });
    const [schedule] = fixture.cluster.objects.list('schedules');
    expect(schedule.spec).toMatchObject({ schedule: '0 2 * * *' });
  });

  it('touches nothing that somebody else made', async () => {
    fixture.cluster.objects.put('schedules', {
      metadata: { name: 'all', namespace: 'velero' },
      spec: { schedule: '1 1 * * *', paused: true, template: {} },
    });
    const { clusters } = await fixture.apply('one');
    expect(clusters[0]).toMatchObject({
      state: 'undone',
      message:
        "schedules.velero.io 'all' in namespace 'velero' is there already, and somebody else made it. Remove it, or ask for it to be taken over",
    });
    expect(fixture.names()).toEqual(['schedules/all']);
  });

  it('does not take a Secret for its own that was there before', async () => {
    fixture.cluster.objects.put('secrets', {
      metadata: { name: 'keys--v1', namespace: 'velero' },
    });
    const { clusters } = await fixture.apply('one');
    expect(clusters[0]).toMatchObject({
      message: expect.stringContaining(
        "There is a Secret 'keys--v1' already, and the portal may not read what is in it",
      ),
    });
    expect(fixture.names()).toEqual(['secrets/keys--v1']);
  });

  it('stops when it is cancelled, and takes everything back', async () => {
    const runner = fixture.runner();
    await fixture.launch(runner, 'one', { bucket: 'lost' });
    await fixture.operations.cancel('one');
    const { state, clusters } = await fixture.ended('one');
    await runner.stop();
    expect(state).toBe('cancelled');
    expect(clusters[0]).toMatchObject({
      state: 'undone',
      message: 'It was cancelled',
    });
    expect(fixture.names()).toEqual([]);
  });

  it.each(['create', 'get', 'patch', 'remove', 'list'] as const)(
    'goes on when the cluster does not %s for a moment',
    async verb => {
      await fixture.apply('one', { firstBackup: false });
      const { connection } = fixture;
      const failed = new Set<string>();
      const answer: (options: object) => Promise<unknown> = Reflect.get(
        connection,
        verb as string,
      ).bind(connection);
      Object.assign(connection, {
        [verb]: async (options: { resource: string }) => {
          if (!failed.has(options.resource)) {
            failed.add(options.resource);
            throw new ClusterError('unreachable', 'It answers 503');
          }
          return answer(options);
        },
      });
      const runner = fixture.runner({ connection });
      await fixture.launch(runner, 'two', {
        secret: 'keys--v2',
        oldSecrets: ['keys--v1'],
        cron: '5 5 * * *',
      });
      const { state, clusters } = await fixture.ended('two');
      await runner.stop();
      expect(failed.size).toBeGreaterThan(0);
      expect([state, clusters[0].message]).toEqual(['succeeded', undefined]);
    },
  );

  it('leaves its buckets to others while it waits for the first backup, and not its tenant', async () => {
    const { connection, operations } = fixture;
    const { get } = connection;
    const held: Record<string, string[]> = {};
    connection.get = async options => {
      const locks = ['bucket/store', 'tenant/payments'];
      const holding = await Promise.all(
        locks.map(lock => operations.findHolding([lock])),
      );
      held[options.resource] = locks.filter(
        (_, index) => holding[index].length,
      );
      return get.call(connection, options);
    };
    const runner = fixture.runner({ connection });
    await fixture.launch(runner, 'one');
    expect(await fixture.ended('one')).toMatchObject({ state: 'succeeded' });
    await runner.stop();
    expect(held).toEqual({
      backupstoragelocations: ['bucket/store', 'tenant/payments'],
      schedules: ['bucket/store', 'tenant/payments'],
      backups: ['tenant/payments'],
    });
  });

  it('makes no first backup when it is cancelled before that, and leaves what is complete', async () => {
    const { connection } = fixture;
    connection.patch = async options => {
      if (options.patch.spec) {
        await fixture.operations.cancel('one');
      }
      return HttpClusterConnection.prototype.patch.call(connection, options);
    };
    const runner = fixture.runner({ connection });
    await fixture.launch(runner, 'one');
    const { state, clusters } = await fixture.ended('one');
    await runner.stop();
    expect(state).toBe('cancelled');
    expect(clusters[0]).toMatchObject({ state: 'applied' });
    expect(clusters[0].steps.at(-1)).toMatchObject({
      state: 'failed',
      message: 'It was cancelled',
    });
    expect(fixture.names()).toEqual(EVERYTHING);
    expect(fixture.cluster.objects.list('backups')).toEqual([]);
  });

  it('leaves what runs to another replica when the portal stops', async () => {
    const first = fixture.runner();
    await fixture.launch(first, 'one', { bucket: 'lost' });
    await first.stop();
    const second = fixture.runner();
    second.start();
    const { state } = await fixture.ended('one');
    await second.stop();
    expect(state).toBe('failed');
    expect(fixture.names()).toEqual([]);
  });
});
