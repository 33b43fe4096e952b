import { testDatabases } from '../../__testUtils__/databases';
import { CleanupFixture, ID, TARGET } from './__testUtils__/CleanupFixture';

jest.setTimeout(60_000);

const databases = testDatabases();
const HELD = ['example.com/hold'];

describe.each(databases.ids)('cleaning up after a drill on %s', id => {
  let fixture: CleanupFixture;

  beforeEach(async () => {
    fixture = await CleanupFixture.start(await databases.init(id));
  });

  afterEach(() => fixture.stop());

  const deletions = () => fixture.namespace()?.metadata.deletionTimestamp;

  it('goes on from each of its steps, whichever replica did the last one', async () => {
    await fixture.restored();
    const states: Array<string | undefined> = [];
    for (let step = 0; step < 6; step++) {
      const request = await fixture.step();
      states.push(request?.drill?.cleanup);
    }
    expect(states).toEqual([
      // When the Restore was made; the uid of the namespace; what was shown.
      ...['pending', 'pending', 'pending'],
      // That it is going to be removed; that it was; that it is gone.
      ...['deleting', 'deleting', 'done'],
    ]);
    expect(fixture.namespace()).toBeUndefined();
    expect(await fixture.events()).toEqual([
      'proven',
      'cleanup-started',
      'cleaned-up',
    ]);
    await expect(fixture.step()).resolves.toMatchObject({
      drill: { cleanup: 'done', result: { proven: true, itemsInBackup: 5 } },
    });
  });

  it('removes nothing while Velero is at work', async () => {
    await fixture.restored('running');
    for (let step = 0; step < 4; step++) {
      await fixture.step();
    }
    const { drill } = (await fixture.table.store.find(ID))!;
    expect(drill).toMatchObject({
      cleanup: 'pending',
      seen: { [TARGET]: fixture.namespace()!.metadata.uid },
    });
    expect(deletions()).toBeUndefined();
    expect(await fixture.events()).toEqual([]);
  });

  it.each([1, 2, 3, 4])(
    'leaves a namespace alone that somebody has made again after step %i',
    async steps => {
      await fixture.restored('succeeded', {
        restoreCreatedAt: fixture.cluster.clock.timestamp(),
      });
      for (let step = 0; step < steps; step++) {
        await fixture.step();
      }
      fixture.cluster.objects.remove('namespaces', TARGET);
      const theirs = fixture.putNamespace();
      const { drill } = await fixture.untilOver();
      expect(drill?.cleanup).toBe('done');
      expect(fixture.namespace()?.metadata.uid).toBe(theirs.metadata.uid);
      expect(deletions()).toBeUndefined();
    },
  );

  it('keeps a namespace that is older than the Restore, and says so', async () => {
    await fixture.restored();
    fixture.cluster.objects.remove('namespaces', TARGET);
    fixture.putNamespace({ creationTimestamp: '2020-01-01T00:00:00Z' });
    const { drill } = await fixture.untilOver();
    expect(drill).toMatchObject({
      cleanup: 'failed',
      message: `Namespace '${TARGET}' stays: it is not known to have been made after the Restore`,
      remedy: 'Look at whose it is, and remove it yourself if it is not needed',
      result: { proven: false },
    });
    expect(deletions()).toBeUndefined();
    expect(await fixture.events()).toContain('cleanup-failed');
  });

  it.each([
    [{ before: 'a-uid' }, 'it was there before the drill'],
    [
      { source: 'other' },
      'its name is not the one that follows from the request',
    ],
  ])('keeps a namespace when of its request %p', async (differs, because) => {
    await fixture.restored('succeeded', {}, differs);
    const { drill } = await fixture.untilOver();
    expect(drill).toMatchObject({
      cleanup: 'failed',
      message: `Namespace '${TARGET}' stays: ${because}`,
    });
    expect(deletions()).toBeUndefined();
  });

  it('keeps what is made again between the last look and the removal', async () => {
    await fixture.restored();
    const { connection } = fixture.connections.full;
    const remove = connection.remove.bind(connection);
    let theirs: string | undefined;
    jest.spyOn(connection, 'remove').mockImplementation(options => {
      if (!theirs) {
        fixture.cluster.objects.remove('namespaces', TARGET);
        theirs = fixture.putNamespace().metadata.uid;
      }
      return remove(options);
    });
    const { drill } = await fixture.untilOver();
    expect(drill?.cleanup).toBe('done');
    expect(theirs).toBeDefined();
    expect(fixture.namespace()?.metadata.uid).toBe(theirs);
    expect(deletions()).toBeUndefined();
  });

  it('keeps a namespace of another cluster of the name', async () => {
    await fixture.restored();
    fixture.cluster.objects.remove('namespaces', 'kube-system');
    fixture.cluster.objects.put('namespaces', {
      metadata: { name: 'kube-system' },
    });
    const { drill } = await fixture.untilOver();
    expect(drill?.cleanup).toBe('failed');
    expect(deletions()).toBeUndefined();
  });

  it('says what holds a namespace, and ends once that is gone', async () => {
    await fixture.restored();
    fixture.times.held = -1;
    fixture.cluster.objects.put('configmaps', {
      metadata: { name: 'held', namespace: TARGET, finalizers: HELD },
    });
    for (let step = 0; step < 7; step++) {
      await fixture.step();
    }
    const { drill } = (await fixture.table.store.find(ID))!;
    expect(drill?.cleanup).toBe('deleting');
    expect(drill?.message).toContain(
      'example.com/hold in 1 resource instances',
    );
    expect(drill?.remedy).toContain('its controller has to take them away');
    const types = await fixture.events();
    expect(types.filter(type => type === 'cleanup-held')).toHaveLength(1);
    fixture.cluster.objects.remove('configmaps', 'held', TARGET);
    fixture.cluster.objects.remove('namespaces', TARGET);
    const over = await fixture.untilOver();
    expect(over.drill).toMatchObject({ cleanup: 'done' });
    expect(over.drill?.message).toBeUndefined();
  });

  it('gives up after a day, and says so', async () => {
    await fixture.restored();
    fixture.times.last = -1;
    fixture.putNamespace({ finalizers: HELD });
    const { drill } = await fixture.untilOver();
    expect(drill).toMatchObject({
      cleanup: 'failed',
      remedy: 'It is not looked at any more: remove them yourself',
    });
  });

  it('tells who has to grant the right that is missing, and goes on once it is there', async () => {
    await fixture.restored();
    fixture.isLimited = true;
    for (let step = 0; step < 6; step++) {
      await fixture.step();
    }
    const { drill } = (await fixture.table.store.find(ID))!;
    expect(drill?.message).toContain(
      `The cluster does not let namespace '${TARGET}' be removed`,
    );
    expect(drill?.remedy).toContain('deploy/rbac/drill');
    expect(await fixture.events()).toContain('cleanup-held');
    fixture.isLimited = false;
    await expect(fixture.untilOver()).resolves.toMatchObject({
      drill: { cleanup: 'done' },
    });
  });

  it('waits for a cluster that is away, and tells when it stays away', async () => {
    await fixture.restored();
    fixture.isAway = true;
    await expect(fixture.step()).resolves.toMatchObject({
      drill: { cleanup: 'pending' },
    });
    fixture.times.last = -1;
    await expect(fixture.step()).resolves.toMatchObject({
      drill: {
        cleanup: 'failed',
        remedy: `Remove them yourself when the cluster answers: ${TARGET}`,
      },
    });
  });

  it('also when somebody has removed the Restore meanwhile', async () => {
    await fixture.restored('running');
    await fixture.step();
    await fixture.step();
    fixture.cluster.objects.remove('restores', `rst-${ID}`, 'velero');
    await fixture.table
      .knex('velero_restore_request')
      .update({ state: 'unknown', updated_at: 1 });
    const { drill } = await fixture.untilOver();
    expect(drill).toMatchObject({
      cleanup: 'done',
      result: { proven: false },
    });
    expect(fixture.namespace()).toBeUndefined();
  });

  it('leaves Velero time for what it works on although its Restore is gone', async () => {
    fixture.times.settle = 600_000;
    await fixture.restored('running');
    await fixture.step();
    await fixture.step();
    fixture.cluster.objects.remove('restores', `rst-${ID}`, 'velero');
    await fixture.table
      .knex('velero_restore_request')
      .update({ state: 'unknown' });
    await fixture.step();
    expect(deletions()).toBeUndefined();
    expect((await fixture.table.store.find(ID))?.drill?.cleanup).toBe(
      'pending',
    );
  });

  it('leaves Velero time, too, for what somebody has closed that nobody could tell the end of', async () => {
    fixture.times.settle = 600_000;
    await fixture.restored('running');
    await fixture.step();
    await fixture.step();
    fixture.velero('InProgress');
    await fixture.table.knex('velero_restore_request').update({
      state: 'failed',
      outcome: JSON.stringify({ message: 'closed by hand' }),
    });
    for (let step = 0; step < 5; step++) {
      await fixture.step();
    }
    expect(fixture.namespace()).toBeDefined();
    expect(deletions()).toBeUndefined();
    fixture.velero('Completed');
    await expect(fixture.untilOver()).resolves.toMatchObject({
      drill: { cleanup: 'done' },
    });
    expect(fixture.namespace()).toBeUndefined();
  });

  it.each(['rejected', 'cancelled', 'expired', 'stale'] as const)(
    'has nothing to do for what is %s',
    async state => {
      await fixture.request(state);
      fixture.putNamespace();
      await expect(fixture.step()).resolves.toMatchObject({
        drill: { cleanup: 'done' },
      });
      expect(deletions()).toBeUndefined();
      expect(await fixture.events()).toEqual([]);
    },
  );

  it.each(['pending', 'approved', 'submitting'] as const)(
    'does not begin with what is %s',
    async state => {
      await fixture.request(state);
      await expect(
        fixture.table.store.takeDrill({ holder: 'one', ttl: 1_000 }),
      ).resolves.toBeUndefined();
    },
  );

  it('proves nothing when the namespace was never there', async () => {
    await fixture.restored();
    fixture.cluster.objects.remove('namespaces', TARGET);
    const { drill } = await fixture.untilOver();
    expect(drill).toMatchObject({
      cleanup: 'done',
      result: {
        proven: false,
        reasons: [`Namespace '${TARGET}' was never seen`],
      },
    });
  });
});
