import { RestoreState } from 'backstage-plugin-velero-common';
import { NewRestoreRequest } from '../RestoreRequestStore';
import { testDatabases } from '../../__testUtils__/databases';
import { RestoreRequestTable } from './__testUtils__/RestoreRequestTable';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('taking requests on %s', id => {
  let table: RestoreRequestTable;

  beforeEach(async () => {
    table = await RestoreRequestTable.open(await databases.init(id));
  });

  it('gives each request to one of those that look for work', async () => {
    await table.create('a', { state: 'approved' });
    await table.create('b', { state: 'approved' });
    await table.create('c');
    const taken = await Promise.all(
      ['one', 'two', 'three', 'four'].map(holder =>
        table.store.take({ holder, ttl: 60_000 }),
      ),
    );
    expect(taken.flatMap(answer => answer?.request.id ?? []).sort()).toEqual([
      'a',
      'b',
    ]);
  });

  it('gives a request to another one when nothing is heard of the first', async () => {
    await table.create('a', { state: 'approved' });
    const first = await table.store.take({ holder: 'one', ttl: 0 });
    const second = await table.store.take({ holder: 'two', ttl: 60_000 });
    expect(second?.request.id).toBe('a');
    await expect(
      table.store.change(first!.request, { state: 'submitting' }),
    ).resolves.toBeUndefined();
    await expect(
      table.store.change(second!.request, {
        state: 'submitting',
        heldFor: 60_000,
      }),
    ).resolves.toMatchObject({ state: 'submitting' });
    await expect(table.store.take({ holder: 'three', ttl: 1 })).resolves.toBe(
      undefined,
    );
  });

  it('goes on with what has begun before it begins anything', async () => {
    await table.create('long-waiting', { state: 'approved' });
    await table.inState('begun', 'submitting', {});
    const { request } = (await table.store.take({
      holder: 'one',
      ttl: 60_000,
    }))!;
    expect(request.id).toBe('begun');
  });

  it.each<
    [string, RestoreState, Partial<NewRestoreRequest>, 'begin' | 'end' | 'no']
  >([
    ['approved', 'approved', {}, 'begin'],
    ['approved for later', 'approved', { notBefore: 9e15 }, 'no'],
    ['being submitted', 'submitting', {}, 'begin'],
    ['being submitted for too long', 'submitting', { ttl: -1 }, 'end'],
    ['pending', 'pending', {}, 'no'],
    ['pending for too long', 'pending', { ttl: -1 }, 'end'],
    [
      'approved for later and for too long',
      'approved',
      { notBefore: 9e15, ttl: -1 },
      'end',
    ],
    ['running', 'running', { ttl: -1 }, 'no'],
    ['unknown', 'unknown', { ttl: -1 }, 'no'],
    ['rejected', 'rejected', { ttl: -1 }, 'no'],
  ])(
    'has work for what is %s: %#',
    async (_name, state, overrides, expected) => {
      await table.inState('a', state, overrides);
      const taken = await table.store.take({ holder: 'one', ttl: 1_000 });
      expect(taken?.isDue).toBe(
        { begin: false, end: true, no: undefined }[expected],
      );
    },
  );
});
