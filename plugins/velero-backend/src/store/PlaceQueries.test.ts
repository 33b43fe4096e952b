import { testDatabases } from '../__testUtils__/databases';
import { StoredObject } from './ObjectStore';
import { Stores } from './Stores';
import { StoredResource } from './tables';

jest.setTimeout(60_000);

const databases = testDatabases();

const CLUSTERS = ['eu', 'us'];

describe.each(databases.ids)('PlaceQueries on %s', id => {
  let stores: Stores;

  async function write(
    cluster: string,
    resource: StoredResource,
    objects: Array<Partial<StoredObject> & { name: string }>,
  ) {
    const request = { cluster, holder: 'replica', ttl: 60_000 };
    await stores.objects.write({
      scope: { cluster, resource, namespace: '' },
      lease: (await stores.leases.acquire(request))!,
      removals: [],
      upserts: objects.map(object => ({
        namespace: 'velero',
        resource_version: '1',
        sort_time: 0,
        phase: 'Completed',
        doc: '{}',
        ...object,
      })),
    });
  }

  beforeEach(async () => {
    stores = await databases.stores(id);
    await write('eu', 'backupstoragelocations', [
      { name: 'archive', place: 'shared' },
      { name: 'broken' },
      { name: 'other', place: 'apart' },
      { name: 'twice', place: 'shared' },
    ]);
    await write('us', 'backupstoragelocations', [
      { name: 'archive', place: 'shared' },
      { name: 'broken' },
    ]);
    // A cluster that is not registered any more.
    await write('ap', 'backupstoragelocations', [
      { name: 'archive', place: 'apart' },
    ]);
    await write('eu', 'backups', [
      { name: 'one', location: 'archive' },
      { name: 'two', location: 'twice', phase: 'PartiallyFailed' },
      { name: 'cut', location: 'twice', phase: 'Failed' },
      { name: 'refused', location: 'nowhere' },
    ]);
    await write('us', 'backups', [
      { name: 'one', location: 'archive' },
      { name: 'three', location: 'archive' },
      { name: 'going', location: 'archive', phase: 'InProgress' },
    ]);
    await write('us', 'schedules', [
      { name: 'nightly', location: 'archive', phase: 'Enabled' },
      { name: 'by-default', phase: 'Enabled' },
    ]);
  });

  const LINES = [
    'eu/archive eu/twice us/archive',
    'eu/broken',
    'eu/other',
    'us/broken',
  ];

  it.each([
    [1, [1, 1, 1, 1]],
    [3, [3, 1]],
    [4, [4]],
  ])('lists places of one page whole, %i a page', async (limit, sizes) => {
    const pages: string[][] = [];
    let after;
    do {
      const question = { clusters: CLUSTERS, limit, after };
      const { locations, next } = await stores.places.page(question);
      const lines = new Map<string, string[]>();
      for (const { place, cluster, name } of locations) {
        const key = place ?? `${cluster}/${name}`;
        lines.set(key, [...(lines.get(key) ?? []), `${cluster}/${name}`]);
      }
      pages.push([...lines.values()].map(line => line.join(' ')));
      after = next;
    } while (after);
    expect(pages.flat()).toEqual(LINES);
    expect(pages.map(({ length }) => length)).toEqual(sizes);
  });

  it('counts each stored backup of a place once', async () => {
    const stored = await stores.places.storedIn(CLUSTERS, ['shared', 'apart']);
    expect([...stored]).toEqual([['shared', 3]]);
  });

  it('counts what names a location', async () => {
    const { locations } = await stores.places.page({
      clusters: CLUSTERS,
      limit: 1,
    });
    const uses = await stores.places.usesOf(locations);
    expect(
      uses
        .map(({ cluster, name, backups, schedules }) =>
          [cluster, name, backups, schedules].join(' '),
        )
        .sort(),
    ).toEqual(['eu archive 1 0', 'eu twice 2 0', 'us archive 3 1']);
  });
});
