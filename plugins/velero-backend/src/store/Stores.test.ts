import { testDatabases } from '../__testUtils__/databases';
import { CollectScope } from './CollectedStore';
import { ClusterLease } from './LeaseStore';
import { StoredObject } from './ObjectStore';
import { RowPosition } from './readPage';
import { Stores } from './Stores';

jest.setTimeout(60_000);

const scope: CollectScope = {
  cluster: 'eu',
  resource: 'backups',
  namespace: '',
};

function row(
  name: string,
  overrides: Partial<StoredObject> = {},
): StoredObject {
  return {
    namespace: 'velero',
    name,
    uid: `uid-${name}`,
    resource_version: '1',
    sort_time: 1_000,
    phase: 'Completed',
    schedule: 'all',
    location: 'archive',
    selection: { includes: ['payments'], excludes: [] },
    doc: '{}',
    ...overrides,
  };
}

async function leaseOn(stores: Stores, cluster: string): Promise<ClusterLease> {
  const request = { cluster, holder: 'replica', ttl: 60_000 };
  return (await stores.leases.acquire(request))!;
}

const databases = testDatabases();

describe.each(databases.ids)('stores on %s', id => {
  let stores: Stores;
  let lease: ClusterLease;

  async function write(rows: StoredObject[], position?: string) {
    const changes = { scope, upserts: rows, removals: [], position };
    await stores.objects.write({ ...changes, lease });
  }

  async function page(options: {
    namespaces?: string[];
    filter?: object;
    limit?: number;
    after?: RowPosition;
  }) {
    const {
      namespaces = ['payments'],
      filter = {},
      limit = 10,
      after,
    } = options;
    const query = {
      resource: 'backups' as const,
      namespaces: namespaces.map(namespace => ({ cluster: 'eu', namespace })),
      filter,
    };
    const { rows, next } = await stores.queries.page({
      ...query,
      limit,
      after,
    });
    const total = await stores.queries.count(query);
    return { names: rows.map(({ name }) => name), next, total };
  }

  beforeEach(async () => {
    stores = await databases.stores(id);
    lease = await leaseOn(stores, 'eu');
  });

  describe('leases', () => {
    it('go to one replica, and after their end to another', async () => {
      const other = { cluster: 'eu', holder: 'other', ttl: 60_000 };
      expect(await stores.leases.acquire(other)).toBeUndefined();
      expect(await stores.leases.renew(lease, 60_000)).toBe(true);
      await stores.leases.release(lease);
      const taken = await stores.leases.acquire(other);
      expect(taken).toMatchObject({ holder: 'other', epoch: lease.epoch + 1 });
      expect(await stores.leases.renew(lease, 60_000)).toBe(false);
    });

    it('go to exactly one of many that ask at once', async () => {
      const asked = await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          stores.leases.acquire({
            cluster: 'us',
            holder: `r${i}`,
            ttl: 60_000,
          }),
        ),
      );
      expect(asked.filter(Boolean)).toHaveLength(1);
    });

    it('fence: what an earlier holder writes is refused and leaves no trace', async () => {
      await stores.leases.release(lease);
      await stores.leases.acquire({ cluster: 'eu', holder: 'b', ttl: 60_000 });
      await expect(write([row('late')])).rejects.toThrow(
        /Another replica has taken over cluster 'eu'/,
      );
      await expect(
        stores.clusters.save(lease, { state: 'live' }),
      ).rejects.toThrow(/taken over/);
      expect((await page({})).names).toEqual([]);
    });
  });

  describe('objects', () => {
    it('are replaced by key, whatever their uid', async () => {
      await write([row('a')]);
      await write([row('a', { uid: 'other', phase: 'Failed' })], '17');
      expect(await page({ filter: { phase: 'Failed' } })).toMatchObject({
        names: ['a'],
      });
      expect(await stores.objects.loadPosition(scope)).toBe('17');
      expect(await stores.objects.loadVersions(scope)).toEqual(
        new Map([['velero/a', '1']]),
      );
    });

    it('come page by page, newest first, each exactly once', async () => {
      const times = [5, 3, 3, 3, 9, 1, 3, 7];
      await write(
        times.map((time, i) => row(`b${i}`, { sort_time: time * 1_000 })),
      );
      const seen: string[] = [];
      let after: RowPosition | undefined;
      do {
        const { names, next, total } = await page({ limit: 3, after });
        expect(total).toBe(8);
        seen.push(...names);
        after = next;
      } while (after);
      expect(seen).toEqual(['b4', 'b7', 'b0', 'b6', 'b3', 'b2', 'b1', 'b5']);
    });

    it('are found by what they select', async () => {
      const selecting = (
        name: string,
        includes: string[],
        excludes: string[],
      ) => row(name, { selection: { includes, excludes } });
      await write([
        selecting('one', ['payments'], []),
        selecting('two', ['payments', 'shop'], []),
        selecting('everything', [], []),
        selecting('star', ['*'], ['shop']),
        selecting('glob', ['pay*'], []),
        selecting('other', ['shop'], []),
      ]);
      const { names } = await page({});
      expect([...names].sort()).toEqual([
        'everything',
        'glob',
        'one',
        'star',
        'two',
      ]);
      const both = await page({ namespaces: ['payments', 'shop'] });
      expect(both).toMatchObject({ total: 6 });
      expect(new Set(both.names).size).toBe(6);
    });

    it('are narrowed by each filter', async () => {
      await write([
        row('a', { schedule: 'all', location: 'archive' }),
        row('b', { schedule: 'all', location: 'other' }),
        row('c', { schedule: null, phase: 'Failed' }),
      ]);
      const filters: Array<[object, string[]]> = [
        [{ schedule: 'all' }, ['b', 'a']],
        [{ location: 'archive' }, ['c', 'a']],
        [{ phase: 'Failed' }, ['c']],
        [{ schedule: 'all', location: 'other' }, ['b']],
        [{ cluster: 'us' }, []],
      ];
      for (const [filter, expected] of filters) {
        const { names, total } = await page({ filter });
        expect({ filter, names, total }).toEqual({
          filter,
          names: expected,
          total: expected.length,
        });
      }
    });

    it('stay apart by cluster', async () => {
      await write([row('a')]);
      const us = await leaseOn(stores, 'us');
      await stores.objects.write({
        scope: { ...scope, cluster: 'us' },
        lease: us,
        upserts: [row('a'), row('b')],
        removals: [],
      });
      await stores.objects.write({
        scope,
        lease,
        upserts: [],
        removals: [{ namespace: 'velero', name: 'a' }],
      });
      expect((await page({})).names).toEqual([]);
      const rest = await stores.queries.page({
        resource: 'backups',
        namespaces: [{ cluster: 'us', namespace: 'payments' }],
        filter: {},
        limit: 10,
      });
      expect(rest.rows.map(({ name }) => name)).toEqual(['b', 'a']);
    });

    it('are written together or not at all', async () => {
      const broken = row('broken', { resource_version: undefined });
      await expect(write([row('a'), broken], '5')).rejects.toThrow();
      expect((await page({})).names).toEqual([]);
      expect(await stores.objects.loadPosition(scope)).toBeUndefined();
    });
  });

  it('keeps owners of namespaces in step', async () => {
    const namespaces = { cluster: 'eu', resource: 'namespaces' } as const;
    const save = (owners: string[]) =>
      stores.namespaces.write({
        scope: { ...namespaces, namespace: '' },
        lease,
        upserts: [{ name: 'payments', resourceVersion: '1', owners }],
        removals: [],
      });
    await save(['group:default/payments', 'group:default/audit']);
    await save(['group:default/shop']);
    expect(await stores.namespaces.findByName('payments')).toEqual([
      { cluster: 'eu', namespace: 'payments', owners: ['group:default/shop'] },
    ]);
    expect(
      await stores.namespaces.find([
        { cluster: 'us', namespace: 'payments' },
        { cluster: 'eu', namespace: 'missing' },
      ]),
    ).toEqual([]);
    await save([]);
    expect(await stores.namespaces.findIn('eu')).toEqual([
      { cluster: 'eu', namespace: 'payments', owners: [] },
    ]);
  });

  it('tells whether somebody looks after a cluster', async () => {
    await stores.clusters.save(lease, { state: 'live', syncedAt: 5 });
    const attended = await stores.clusters.find(['eu', 'us']);
    expect(attended).toMatchObject([
      { name: 'eu', state: 'live', syncedAt: 5, attended: true },
    ]);
    await stores.leases.release(lease);
    expect(await stores.clusters.find(['eu'])).toMatchObject([
      { attended: false },
    ]);
  });
});
