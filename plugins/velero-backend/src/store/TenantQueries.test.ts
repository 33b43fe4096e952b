import { testDatabases } from '../__testUtils__/databases';
import { Stores } from './Stores';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('TenantQueries on %s', id => {
  let stores: Stores;

  async function write(cluster: string, tenants: Array<[string, string]>) {
    const request = { cluster, holder: 'replica', ttl: 60_000 };
    const lease = (await stores.leases.acquire(request))!;
    await stores.objects.write({
      scope: { cluster, resource: 'schedules', namespace: '' },
      lease,
      removals: [],
      upserts: tenants.map(([tenant, owner], index) => ({
        namespace: 'velero',
        name: `${tenant}-${index}`,
        resource_version: '1',
        sort_time: 0,
        phase: 'Enabled',
        tenant: tenant || null,
        tenant_owner: tenant ? owner : null,
        doc: '{}',
      })),
    });
  }

  beforeEach(async () => {
    stores = await databases.stores(id);
    await write('eu', [
      ['shop', 'b'],
      ['payments', 'b'],
      ['payments', 'a'],
      ['payments', 'a'],
      ['', ''],
    ]);
    await write('us', [
      ['payments', 'a'],
      ['zoo', 'a'],
    ]);
  });

  it('names each tenant once, page by page', async () => {
    const question = { clusters: ['eu', 'us'], limit: 2 };
    const first = await stores.tenants.page(question);
    expect(first.keys).toEqual([
      { tenant: 'payments', owner: 'a' },
      { tenant: 'payments', owner: 'b' },
    ]);
    const second = await stores.tenants.page({
      ...question,
      after: first.next,
    });
    expect(second).toEqual({
      keys: [
        { tenant: 'shop', owner: 'b' },
        { tenant: 'zoo', owner: 'a' },
      ],
      next: undefined,
    });
  });

  it('names those of some owners, and those in some clusters', async () => {
    const of = async (owners: string[], clusters: string[]) => {
      const { keys } = await stores.tenants.page({
        clusters,
        owners,
        limit: 9,
      });
      return keys.map(({ tenant, owner }) => `${tenant} ${owner}`);
    };
    expect(await of(['a'], ['eu', 'us'])).toEqual(['payments a', 'zoo a']);
    expect(await of(['a'], ['eu'])).toEqual(['payments a']);
    expect(await of([], ['eu', 'us'])).toEqual([]);
  });

  it('lists what tenants have', async () => {
    const rows = await stores.tenants.objects(
      ['eu', 'us'],
      [{ tenant: 'payments', owner: 'a' }],
    );
    expect(rows.map(({ cluster, name }) => `${cluster}/${name}`)).toEqual([
      'eu/payments-2',
      'eu/payments-3',
      'us/payments-0',
    ]);
  });
});
