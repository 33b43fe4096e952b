import { DrillResult } from 'backstage-plugin-velero-common';
import { testDatabases } from '../../__testUtils__/databases';
import { DrillsQuestion, StoredDrill } from '../RestoreRequestStore';
import {
  newRequest,
  RestoreRequestTable,
} from './__testUtils__/RestoreRequestTable';

jest.setTimeout(60_000);

const databases = testDatabases();
const SHOP = [{ cluster: 'prod-us', namespace: 'shop' }];

function drill(
  cleanup: StoredDrill['cleanup'],
  result?: Partial<DrillResult>,
): StoredDrill {
  return {
    cleanup,
    contents: { inBackup: 3, toRestore: 3, left: [] },
    seen: {},
    ...(result && {
      result: {
        proven: true,
        reasons: [],
        limits: [],
        endedAt: '2026-11-29T12:00:00.000Z',
        itemsRestored: 3,
        itemsInBackup: 3,
        warnings: 0,
        errors: 0,
        ...result,
      },
    }),
  };
}

describe.each(databases.ids)('drills on %s', id => {
  let table: RestoreRequestTable;

  beforeEach(async () => {
    table = await RestoreRequestTable.open(await databases.init(id));
  });

  async function ended(name: string, result: Partial<DrillResult>) {
    const request = await table.create(name, { drill: drill('pending') });
    await table.store.change(request, { drill: drill('done', result) });
  }

  const list = (question: Partial<DrillsQuestion> = {}) =>
    table.store.drills({
      namespaces: SHOP,
      which: 'proven',
      limit: 10,
      ...question,
    });

  it('are found by what they were made of, the newest first', async () => {
    await ended('old', { endedAt: '2026-11-01T12:00:00.000Z' });
    await ended('new', { endedAt: '2026-11-20T12:00:00.000Z' });
    await ended('bad', { proven: false, endedAt: '2026-11-25T12:00:00.000Z' });
    await ended('narrow', {
      narrow: true,
      endedAt: '2026-11-26T12:00:00.000Z',
    });
    await table.create('open', { drill: drill('pending') });
    await table.create('no-drill');
    const found = await Promise.all(
      (['proven', 'not-proven', 'open'] as const).map(which => list({ which })),
    );
    expect(found.map(drills => drills.map(request => request.id))).toEqual([
      ['new', 'old'],
      ['bad'],
      ['open'],
    ]);
    expect(found[0][0].drill).toEqual(
      drill('done', { endedAt: '2026-11-20T12:00:00.000Z' }),
    );
    const bank = [{ cluster: 'prod-us', namespace: 'bank' }];
    await expect(list({ namespaces: bank })).resolves.toEqual([]);
    // Where it went is nobody's but its own.
    const target = [{ cluster: 'prod-eu', namespace: 'shop' }];
    await expect(list({ namespaces: target })).resolves.toEqual([]);
  });

  it.each(['proven', 'open'] as const)(
    'are read page by page, each once: %s',
    async which => {
      for (const name of ['a', 'b', 'c']) {
        await (which === 'open'
          ? table.create(name, { drill: drill('pending') })
          : ended(name, {}));
      }
      await table.knex('velero_restore_request').update({ created_at: 5 });
      const first = await list({ which, limit: 2 });
      expect(first.map(request => request.id)).toEqual(['c', 'b']);
      const second = await list({ which, limit: 2, after: first[1] });
      expect(second.map(request => request.id)).toEqual(['a']);
    },
  );

  it('count for what they are made of, whatever they are called', async () => {
    const wish = { ...newRequest('a').wish, drill: true };
    const limits = { openPerUser: 100, perNamespaceAndDay: 2 };
    const create = (name: string) =>
      table.store.create({
        ...newRequest(name, { limits, wish, drill: drill('pending') }),
        namespaces: [
          { cluster: 'prod-us', namespace: 'shop', isTarget: false },
          { cluster: 'prod-eu', namespace: `shop-${name}`, isTarget: true },
        ],
      });
    await table.create('a-restore', { limits });
    await create('a');
    await create('b');
    await expect(create('c')).resolves.toEqual({ limit: 'perNamespaceAndDay' });
    const question = {
      userRef: 'user:default/ann',
      cluster: 'prod-eu',
      namespaces: ['shop'],
      targets: [],
    };
    await expect(
      table.store.usage({ ...question, drills: true }),
    ).resolves.toMatchObject({ todayByNamespace: { shop: 2 } });
    await expect(table.store.usage(question)).resolves.toMatchObject({
      todayByNamespace: { shop: 1 },
    });
  });
});
