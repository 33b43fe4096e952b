import {
  namedNamespaces,
  NamespaceSelection,
  restoredNamespacesOf,
} from 'backstage-plugin-velero-common';
import { testDatabases } from '../__testUtils__/databases';
import { ClusterLease } from './LeaseStore';
import { WithheldBackups } from './ObjectQueries';
import { StoredObject } from './ObjectStore';
import { RowPosition } from './readPage';
import { Stores } from './Stores';

jest.setTimeout(60_000);

const everything: NamespaceSelection = { includes: [], excludes: [] };
const only = (...includes: string[]) => ({ includes, excludes: [] });

function object(
  name: string,
  overrides: Partial<StoredObject> = {},
): StoredObject {
  return {
    namespace: 'velero',
    name,
    resource_version: '1',
    sort_time: 1_000,
    phase: 'Completed',
    selection: everything,
    doc: '{}',
    ...overrides,
  };
}

const backup = (name: string, selection: NamespaceSelection) =>
  object(name, { selection });

const restore = (
  name: string,
  parent: string,
  overrides: Partial<StoredObject> = {},
) => object(name, { parent, mapping: {}, ...overrides });

/** Always the same numbers, from 0 up to the limit. */
function numbers(seed: number) {
  let state = seed;
  return (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const databases = testDatabases();

describe.each(databases.ids)('restores on %s', id => {
  let stores: Stores;
  let lease: ClusterLease;

  async function write(
    resource: 'backups' | 'restores',
    upserts: StoredObject[],
    removed: string[] = [],
  ) {
    await stores.objects.write({
      scope: { cluster: 'eu', resource, namespace: '' },
      lease,
      upserts,
      removals: removed.map(name => ({ namespace: 'velero', name })),
    });
  }

  async function found(
    namespaces: string[],
    options: {
      filter?: object;
      withheld?: WithheldBackups[];
      limit?: number;
    } = {},
  ): Promise<string[]> {
    const { filter = {}, withheld = [], limit = 200 } = options;
    const question = {
      namespaces: namespaces.map(namespace => ({ cluster: 'eu', namespace })),
      filter,
      withheld,
    };
    const names: string[] = [];
    let after: RowPosition | undefined;
    do {
      const page = await stores.restores.page({ ...question, limit, after });
      names.push(...page.rows.map(({ name }) => name));
      after = page.next;
    } while (after);
    expect(await stores.restores.count(question)).toBe(names.length);
    return names;
  }

  beforeEach(async () => {
    stores = await databases.stores(id);
    const request = { cluster: 'eu', holder: 'replica', ttl: 60_000 };
    lease = (await stores.leases.acquire(request))!;
  });

  it('are found by what they take of their backup', async () => {
    await write('backups', [
      backup('of-shop', only('shop')),
      backup('of-payments', only('payments')),
    ]);
    await write('restores', [
      restore('a', 'of-shop'),
      restore('b', 'of-payments'),
      restore('c', 'of-payments', { selection: only('shop') }),
      restore('d', 'of-payments', { selection: only('pay*') }),
    ]);
    expect(await found(['payments'])).toEqual(['d', 'b']);
    expect(await found(['shop'])).toEqual(['a']);
    expect(await found(['payments', 'shop'])).toEqual(['d', 'b', 'a']);
  });

  it('are found by where they write it to', async () => {
    const mapping = { shop: 'payments', idle: 'rest' };
    await write('backups', [
      backup('of-shop', only('shop')),
      backup('of-idle', only('idle')),
    ]);
    await write('restores', [
      restore('a', 'of-shop', { mapping }),
      restore('b', 'of-idle', { mapping }),
      restore('c', 'of-shop', { mapping, selection: only('idle') }),
    ]);
    expect(await found(['payments'])).toEqual(['a']);
    expect(await found(['rest'])).toEqual(['b']);
    expect(await found(['payments', 'rest'])).toEqual(['b', 'a']);
    await write('restores', [restore('a', 'of-shop')]);
    expect(await found(['payments'])).toEqual([]);
    await write('restores', [restore('a', 'of-shop', { mapping })]);
    await write('restores', [], ['a', 'b']);
    expect(await found(['payments', 'rest'])).toEqual([]);
  });

  it('follow their backup, which may come later and go before them', async () => {
    await write('restores', [
      restore('all', 'late'),
      restore('named', 'late', { selection: only('payments') }),
    ]);
    expect(await found(['payments'])).toEqual(['named']);
    await write('backups', [backup('late', only('payments'))]);
    expect(await found(['payments'])).toEqual(['named', 'all']);
    await write('backups', [backup('late', only('shop'))]);
    expect(await found(['payments'])).toEqual([]);
    await write('backups', [], ['late']);
    expect(await found(['payments'])).toEqual(['named']);
  });

  it('are narrowed by each filter', async () => {
    await write(
      'backups',
      ['x', 'y'].map(name => backup(name, everything)),
    );
    await write('restores', [
      restore('a', 'x'),
      restore('b', 'y', { phase: 'Failed' }),
    ]);
    expect(await found(['payments'], { filter: { parent: 'x' } })).toEqual([
      'a',
    ]);
    expect(await found(['payments'], { filter: { phase: 'Failed' } })).toEqual([
      'b',
    ]);
    expect(await found(['payments'], { filter: { cluster: 'us' } })).toEqual(
      [],
    );
  });

  it('take mappings that are no names of namespaces', async () => {
    await write('backups', [backup('x', everything)]);
    await write('restores', [
      restore('odd', 'x', {
        selection: only('shop'),
        mapping: {
          shop: `pay\u0000ments${'x'.repeat(300)}`,
          ['y'.repeat(300)]: 'payments',
          'nul\u0000': 'payments',
        },
      }),
    ]);
    expect(await found(['payments'])).toEqual([]);
    expect(await found(['shop'])).toEqual(['odd']);
  });

  it.each([1, 2, 3])('agree with the rule for one (%i)', async seed => {
    const next = numbers(seed);
    const pick = <T>(list: T[]) => list[next(list.length)];
    const names = ['a', 'b', 'c', 'd'];
    const selections = [
      everything,
      ...names.map(name => only(name)),
      only('a', 'b'),
      only('*'),
      only('[ab]'),
      { includes: [], excludes: ['a'] },
      { includes: ['a', 'c'], excludes: ['c'] },
    ];
    const places = ['own', 'copy', 'copy-of-a'];
    const backups = selections.flatMap((selection, i) =>
      places.flatMap(location =>
        [true, null].map(synced =>
          object(`b-${i}-${location}-${synced}`, {
            selection,
            location,
            synced,
          }),
        ),
      ),
    );
    const restores = Array.from({ length: 300 }, (_, i) =>
      restore(`r${i}`, next(9) ? pick(backups).name : 'gone', {
        sort_time: next(50),
        selection: pick(selections),
        mapping: Object.fromEntries(
          names.flatMap(name =>
            next(3) === 0 ? [[name, pick([...names, 'other'])]] : [],
          ),
        ),
      }),
    );
    await write('backups', backups);
    await write('restores', restores);
    const sourcesOf: Record<string, string[]> = {
      copy: [],
      'copy-of-a': ['a'],
    };
    const withheld = Object.entries(sourcesOf).map(([location, sources]) => ({
      cluster: 'eu',
      namespace: 'velero',
      location,
      namespaces: sources,
    }));
    for (const targets of [['a'], ['b', 'c'], ['other'], ['a', 'b', 'd']]) {
      const expected = restores.filter(({ parent, selection, mapping }) => {
        const backupOf = backups.find(({ name }) => name === parent);
        const held = backupOf?.selection ?? namedOnly(selection!);
        // Where a backup that is gone lay nobody knows, so it counts for what all locations count for.
        const sources =
          backupOf && (!backupOf.synced || backupOf.location === 'own')
            ? targets
            : sourcesOf[backupOf?.location ?? 'copy'];
        return (
          held &&
          restoredNamespacesOf({
            restore: { ...selection!, mapping: mapping! },
            backup: held,
            sources: sources.filter(name => targets.includes(name)),
            targets,
          }).length > 0
        );
      });
      const listed = await found(targets, { withheld, limit: 25 });
      expect(new Set(listed).size).toBe(listed.length);
      expect([...listed].sort()).toEqual(
        expected.map(({ name }) => name).sort(),
      );
    }
  });
});

function namedOnly(selection: NamespaceSelection) {
  return namedNamespaces(selection) && selection;
}
