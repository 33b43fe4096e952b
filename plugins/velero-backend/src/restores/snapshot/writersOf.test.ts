import { digestOfPlace } from '../../collect/digestOfPlace';
import { ObjectQueries } from '../../store/ObjectQueries';
import { ObjectRow } from '../../store/tables';
import { writersOf } from './writersOf';

/** A location of the cluster, all in one place. */
function location(cluster: string, accessMode: 'ReadWrite' | 'ReadOnly') {
  const spec = {
    provider: 'aws',
    accessMode,
    objectStorage: { bucket: 'store', prefix: 'eu' },
  };
  return {
    cluster,
    namespace: 'velero',
    name: 'archive',
    place: digestOfPlace({ provider: 'aws', bucket: 'store', prefix: 'eu' }),
    doc: JSON.stringify({ spec }),
  } as ObjectRow;
}

const own = location('us', 'ReadWrite');
const reading = location('us', 'ReadOnly');
const writing = location('eu', 'ReadWrite');

/** The writers of a backup of cluster `us`, where these locations have been read. */
function writers(rows: ObjectRow[], isSynced: boolean, name = 'archive') {
  const queries = {
    findAll: async () => rows.filter(({ cluster }) => cluster === 'us'),
    locationsAt: async () => rows,
  } as Partial<ObjectQueries> as ObjectQueries;
  return writersOf(queries, {
    cluster: 'us',
    veleroNamespace: 'velero',
    locationName: name,
    isSynced,
  });
}

describe('writersOf', () => {
  it.each<[string, ObjectRow[], boolean, string[] | undefined]>([
    ['made here', [own], false, ['us']],
    ['made here, where others write, too', [own, writing], false, ['us']],
    ['found in a store of its own', [own], true, ['us']],
    [
      'found in a store where others write, too',
      [own, writing],
      true,
      ['us', 'eu'],
    ],
    ['found where it only reads', [reading, writing], true, ['eu']],
    [
      'made here, where it only reads now',
      [reading, writing],
      false,
      ['us', 'eu'],
    ],
    ['found where nobody writes', [reading], true, []],
    ['found in a location that is not known', [writing], true, undefined],
    ['made here in a location that is not known', [writing], false, ['us']],
  ])(
    'knows whose a backup is that was %s',
    async (_name, rows, isSynced, expected) => {
      expect(await writers(rows, isSynced)).toEqual(expected);
    },
  );

  it('takes a backup without a location for one of the cluster', async () => {
    expect(await writers([writing], true, '')).toEqual(['us']);
  });
});
