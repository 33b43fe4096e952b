import { testDatabases } from '../__testUtils__/databases';
import { NewOperation } from './OperationStore';
import { Stores } from './Stores';

jest.setTimeout(60_000);

const databases = testDatabases();

function operation(overrides: Partial<NewOperation> = {}): NewOperation {
  return {
    id: 'first',
    kind: 'onboard',
    subject: 'payments',
    userRef: 'user:default/ada',
    task: '{"do":1}',
    progress: '{"done":0}',
    locks: ['tenant/payments', 'bucket/payments-backups'],
    holder: 'replica-1',
    ttl: 60_000,
    ...overrides,
  };
}

describe.each(databases.ids)('operations on %s', id => {
  let stores: Stores;

  beforeEach(async () => {
    stores = await databases.stores(id);
  });

  it('keeps what is to be done and how far it is', async () => {
    const lease = await stores.operations.begin(operation());
    await stores.operations.save(lease!, { progress: '{"done":1}', ttl: 1 });
    await expect(stores.operations.find('first')).resolves.toMatchObject({
      kind: 'onboard',
      subject: 'payments',
      userRef: 'user:default/ada',
      state: 'running',
      cancelled: false,
      task: '{"do":1}',
      progress: '{"done":1}',
    });
    await expect(stores.operations.find('other')).resolves.toBeUndefined();
  });

  it('gives a lock to one operation, of any number that begin at once', async () => {
    const begun = await Promise.all(
      ['a', 'b', 'c', 'd'].map(name =>
        stores.operations.begin(
          operation({ id: name, locks: [`tenant/${name}`, 'bucket/shared'] }),
        ),
      ),
    );
    const leases = begun.flatMap(lease => lease ?? []);
    expect(leases).toHaveLength(1);
    const holding = () => stores.operations.findHolding(['bucket/shared']);
    await expect(holding()).resolves.toMatchObject([{ id: leases[0].id }]);
    await stores.operations.end(leases[0], {
      state: 'succeeded',
      progress: '{}',
    });
    await expect(holding()).resolves.toEqual([]);
    await expect(
      stores.operations.begin(operation({ id: 'next' })),
    ).resolves.toBeDefined();
  });

  it('leaves the locks that it no longer needs to others, as long as it is held', async () => {
    const lease = await stores.operations.begin(operation({ ttl: -1 }));
    const keep = ['tenant/payments'];
    await stores.operations.unlock(lease!, { keep });
    const others = await Promise.all(
      ['bucket/payments-backups', 'tenant/payments'].map(lock =>
        stores.operations.begin(operation({ id: lock, locks: [lock] })),
      ),
    );
    expect(others).toMatchObject([
      { id: 'bucket/payments-backups' },
      undefined,
    ]);
    await stores.operations.adopt({ holder: 'replica-2', ttl: 60_000 });
    await expect(
      stores.operations.unlock(lease!, { keep: [] }),
    ).rejects.toThrow('Another replica works on the operation');
  });

  it('begins nothing twice under one id', async () => {
    await stores.operations.begin(operation());
    await expect(
      stores.operations.begin(operation({ locks: [] })),
    ).resolves.toBeUndefined();
  });

  it('hands on what nobody works on, to one', async () => {
    const lease = await stores.operations.begin(operation({ ttl: -1 }));
    const adopted = await Promise.all(
      ['replica-2', 'replica-3'].map(holder =>
        stores.operations.adopt({ holder, ttl: 60_000 }),
      ),
    );
    const [taken, ...others] = adopted.flatMap(found => found ?? []);
    expect(others).toEqual([]);
    expect(taken.operation).toMatchObject({ id: 'first', task: '{"do":1}' });
    const late = { progress: '{}', ttl: 60_000 };
    await expect(stores.operations.save(lease!, late)).rejects.toThrow(
      'Another replica works on the operation',
    );
    await expect(
      stores.operations.end(lease!, { state: 'failed', progress: '{}' }),
    ).rejects.toThrow('Another replica works on the operation');
    await expect(stores.operations.save(taken.lease, late)).resolves.toEqual({
      cancelled: false,
    });
  });

  it('hands on nothing that somebody works on or that has ended', async () => {
    const lease = await stores.operations.begin(operation());
    const adopt = () =>
      stores.operations.adopt({ holder: 'replica-2', ttl: 60_000 });
    await expect(adopt()).resolves.toBeUndefined();
    await stores.operations.end(lease!, { state: 'failed', progress: '{}' });
    await expect(adopt()).resolves.toBeUndefined();
  });

  it('lists what runs or has ended lately', async () => {
    const recent = async (within: number) =>
      (await stores.operations.findRecent('onboard', within)).map(o => o.id);
    const lease = await stores.operations.begin(operation());
    await stores.operations.begin(
      operation({ id: 'other', kind: 'offboard', locks: [] }),
    );
    await expect(recent(0)).resolves.toEqual(['first']);
    await stores.operations.end(lease!, { state: 'failed', progress: '{}' });
    await expect(recent(60_000)).resolves.toEqual(['first']);
    await expect(recent(-60_000)).resolves.toEqual([]);
  });

  it('hands on at once what a replica gives up', async () => {
    const lease = await stores.operations.begin(operation());
    await stores.operations.release(lease!);
    await expect(
      stores.operations.adopt({ holder: 'replica-2', ttl: 60_000 }),
    ).resolves.toMatchObject({ operation: { id: 'first' } });
  });

  it('tells whoever works on it that it is to stop', async () => {
    const lease = await stores.operations.begin(operation());
    await expect(stores.operations.cancel('first')).resolves.toBe(true);
    await expect(
      stores.operations.save(lease!, { progress: '{}', ttl: 60_000 }),
    ).resolves.toEqual({ cancelled: true });
    await stores.operations.end(lease!, { state: 'cancelled', progress: '{}' });
    await expect(stores.operations.cancel('first')).resolves.toBe(false);
  });
});
