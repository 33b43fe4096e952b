import { testDatabases } from '../__testUtils__/databases';
import { StoredObject } from './ObjectStore';
import { Stores } from './Stores';

jest.setTimeout(60_000);

const START = Date.parse('2026-11-29T12:00:00Z');

function object(
  name: string,
  overrides: Partial<StoredObject> = {},
): StoredObject {
  return {
    namespace: 'velero',
    name,
    resource_version: '1',
    sort_time: START,
    phase: 'Completed',
    selection: { includes: [], excludes: [] },
    doc: '{}',
    ...overrides,
  };
}

/** A restore that took so long. */
function restore(
  name: string,
  seconds: number,
  options: { spec?: object; status?: object } & Partial<StoredObject> = {},
): StoredObject {
  const { spec, status, ...columns } = options;
  const at = (milliseconds: number) => new Date(milliseconds).toISOString();
  return object(name, {
    mapping: {},
    doc: JSON.stringify({
      spec: { includedNamespaces: ['shop'], ...spec },
      status: {
        startTimestamp: at(START),
        completionTimestamp: at(START + seconds * 1_000),
        progress: { totalItems: 7 },
        ...status,
      },
    }),
    ...columns,
  });
}

const databases = testDatabases();

describe.each(databases.ids)('earlier restores on %s', id => {
  let stores: Stores;

  beforeEach(async () => {
    stores = await databases.stores(id);
  });

  async function write(
    resource: 'backups' | 'restores',
    upserts: StoredObject[],
    cluster = 'eu',
  ) {
    const lease = (await stores.leases.acquire({
      cluster,
      holder: 'replica',
      ttl: 60_000,
    }))!;
    const scope = { cluster, resource, namespace: '' };
    await stores.objects.write({ scope, lease, upserts, removals: [] });
  }

  const earlier = () => stores.earlierRestores.newestIn('eu');

  it('tell what they took, and how long', async () => {
    await write('backups', [object('nightly-1', { schedule: 'nightly' })]);
    await write('restores', [
      restore('a', 90, { parent: 'nightly-1' }),
      restore('b', 30, {
        parent: 'gone',
        phase: 'PartiallyFailed',
        sort_time: START + 1,
        spec: { restorePVs: false, includedNamespaces: ['a', 'b'] },
        status: { progress: {} },
      }),
    ]);
    await expect(earlier()).resolves.toEqual([
      { namespaces: ['a', 'b'], withVolumes: false, seconds: 30 },
      {
        namespaces: ['shop'],
        schedule: 'nightly',
        items: 7,
        withVolumes: true,
        seconds: 90,
      },
    ]);
  });

  it.each(['InProgress', 'Failed', 'FailedValidation', ''])(
    'leave out those in phase %j',
    async phase => {
      await write('restores', [restore('a', 90, { phase })]);
      await expect(earlier()).resolves.toEqual([]);
    },
  );

  it('leave out those that do not say when they ended', async () => {
    await write('restores', [
      restore('a', 90, { status: { completionTimestamp: null } }),
    ]);
    await expect(earlier()).resolves.toEqual([]);
  });

  it('take a clock that was set back for no time', async () => {
    await write('restores', [restore('a', -90)]);
    await expect(earlier()).resolves.toMatchObject([{ seconds: 0 }]);
  });

  it('are those of the cluster, the newest hundred', async () => {
    await write('restores', [restore('other', 1)], 'us');
    await write(
      'restores',
      Array.from({ length: 105 }, (_, i) =>
        restore(`r-${i}`, i, { sort_time: START + i }),
      ),
    );
    const found = await earlier();
    expect(found).toHaveLength(100);
    expect(found[0].seconds).toBe(104);
  });

  it('know which schedule made a backup', async () => {
    await write('backups', [
      object('nightly-1', { schedule: 'nightly' }),
      object('by-hand'),
    ]);
    const of = (name: string) =>
      stores.earlierRestores.scheduleOf({
        cluster: 'eu',
        namespace: 'velero',
        name,
      });
    await expect(of('nightly-1')).resolves.toBe('nightly');
    await expect(of('by-hand')).resolves.toBeUndefined();
    await expect(of('gone')).resolves.toBeUndefined();
  });
});
