import { testDatabases } from '../__testUtils__/databases';
import { ClusterLease } from './LeaseStore';
import { StoredObject } from './ObjectStore';
import { Stores } from './Stores';

jest.setTimeout(60_000);

const databases = testDatabases();

/** Fewer parameters than these would not be too many for PostgreSQL in one question. */
const SELECTIONS = 700;
const SCHEDULES = 60;
const FOREIGN = 300;

const namespaces = Array.from({ length: 20 }, (_, i) => `team-${i}`);

function object(
  name: string,
  overrides: Partial<StoredObject> = {},
): StoredObject {
  return {
    namespace: 'velero',
    name,
    resource_version: '1',
    sort_time: 1_000,
    copied_at: 1_000,
    phase: 'Completed',
    selection: { includes: [], excludes: [] },
    doc: '{}',
    ...overrides,
  };
}

describe.each(databases.ids)('questions on %s', id => {
  let stores: Stores;
  let lease: ClusterLease;

  async function write(
    resource: 'backups' | 'restores',
    upserts: StoredObject[],
  ) {
    await stores.objects.write({
      scope: { cluster: 'eu', resource, namespace: '' },
      lease,
      upserts,
      removals: [],
    });
  }

  beforeEach(async () => {
    stores = await databases.stores(id);
    const request = { cluster: 'eu', holder: 'replica', ttl: 60_000 };
    lease = (await stores.leases.acquire(request))!;
  });

  it('take as many selections and schedules as there are', async () => {
    for (let start = 0; start < SELECTIONS; start += 350) {
      const some = Array.from({ length: 350 }, (_, i) =>
        object(`backup-${start + i}`, {
          selection: { includes: ['team-0', `x-${start + i}`], excludes: [] },
        }),
      );
      await write('backups', some);
    }
    const stamps = await stores.protection.backups([
      {
        cluster: 'eu',
        namespaces,
        schedules: Array.from({ length: SCHEDULES }, (_, i) => ({
          namespace: 'velero',
          name: `schedule-${i}`,
        })),
        foreignLocations: [],
      },
    ]);
    expect(stamps).toHaveLength(SELECTIONS);
  });

  it('take as many locations of other clusters as there are', async () => {
    const foreign = Array.from({ length: FOREIGN }, (_, i) => `region-${i}`);
    const backups = [null, 'own', 'region-0', 'region-299'].flatMap(location =>
      namespaces.map(namespace =>
        object(`${location}-${namespace}`, {
          location,
          synced: true,
          selection: { includes: [namespace], excludes: [] },
        }),
      ),
    );
    await write('backups', backups);
    await write(
      'restores',
      backups.map(({ name, selection }) =>
        object(`of-${name}`, { parent: name, mapping: {}, selection }),
      ),
    );
    const own = ['null', 'own'].flatMap(location =>
      namespaces.map(namespace => `${location}-${namespace}`),
    );

    const stamps = await stores.protection.backups([
      {
        cluster: 'eu',
        namespaces,
        schedules: Array.from({ length: SCHEDULES }, (_, i) => ({
          namespace: 'velero',
          name: `schedule-${i}`,
        })),
        foreignLocations: foreign.map(name => ({ namespace: 'velero', name })),
      },
    ]);
    expect(stamps.map(({ name }) => name).sort()).toEqual(own.sort());

    const question = {
      namespaces: namespaces.map(namespace => ({ cluster: 'eu', namespace })),
      filter: {},
      withheld: foreign.map(location => ({
        cluster: 'eu',
        namespace: 'velero',
        location,
        namespaces: location === 'region-0' ? ['team-0'] : [],
      })),
      limit: 200,
    };
    const found = await stores.queries.page({
      ...question,
      resource: 'backups',
    });
    expect(found.rows.map(({ name }) => name).sort()).toEqual(
      [...own, 'region-0-team-0'].sort(),
    );
    // What restores write is the reader's in this cluster, wherever it comes from.
    const restores = await stores.restores.page(question);
    expect(restores.rows).toHaveLength(backups.length);
  });
});
