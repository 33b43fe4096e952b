import { RestoreState } from 'backstage-plugin-velero-common';
import { hashOf } from '../restoreChain';
import { testDatabases } from '../../__testUtils__/databases';
import { ANN, RestoreRequestTable } from './__testUtils__/RestoreRequestTable';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('changing requests on %s', id => {
  let table: RestoreRequestTable;

  beforeEach(async () => {
    table = await RestoreRequestTable.open(await databases.init(id));
  });

  it('changes a request once, of any number of changes that are made at once', async () => {
    const request = await table.create('first');
    const changed = await Promise.all(
      ['bob', 'cy', 'di'].map(name =>
        table.store.change(
          request,
          { state: 'approved', ttl: 5_000, notBefore: 77 },
          { type: 'approved', actor: name },
        ),
      ),
    );
    expect(changed.filter(Boolean)).toHaveLength(1);
    const found = await table.store.find('first');
    expect(found).toMatchObject({
      state: 'approved',
      version: 2,
      notBefore: 77,
      dueAt: found!.updatedAt + 5_000,
    });
    await expect(table.store.eventsOf('first')).resolves.toMatchObject([
      { type: 'requested', actor: ANN },
      { type: 'approved', actor: expect.stringMatching(/bob|cy|di/) },
    ]);
  });

  it.each<[RestoreState, RestoreState]>([
    ['pending', 'submitting'],
    ['rejected', 'approved'],
    ['running', 'submitting'],
    ['unknown', 'submitting'],
    ['succeeded', 'running'],
  ])('makes nothing that is %s %s', async (from, to) => {
    const request = await table.inState('first', from);
    await expect(
      table.store.change(request, { state: to }, { type: 'approved' }),
    ).resolves.toBeUndefined();
    await expect(table.store.eventsOf('first')).resolves.toHaveLength(1);
  });

  it('keeps what came of it', async () => {
    const request = await table.create('first');
    const outcome = { message: 'done', warnings: 1 };
    await table.store.change(request, { restoreUid: 'uid', outcome });
    await expect(table.store.find('first')).resolves.toMatchObject({
      restoreUid: 'uid',
      outcome,
      state: 'pending',
    });
  });

  it('lets one request at a time begin to restore to a namespace', async () => {
    const wish = (await table.create('first', { state: 'approved' })).wish;
    const requests = [
      await table.store.find('first'),
      await table.create('second', { state: 'approved' }),
      await table.create('elsewhere', {
        state: 'approved',
        wish: { ...wish, namespaces: [{ source: 'shop', target: 'other' }] },
        namespaces: [
          { cluster: 'prod-eu', namespace: 'other', isTarget: true },
        ],
      }),
    ];
    const begun = await Promise.all(
      requests.map(request =>
        table.store.change(
          request!,
          { state: 'submitting', heldFor: 60_000 },
          { type: 'submitting' },
        ),
      ),
    );
    expect(begun.filter(Boolean)).toHaveLength(2);
    expect(begun[2]?.state).toBe('submitting');
    const [winner, loser] = begun[0]
      ? ['first', 'second']
      : ['second', 'first'];
    const left = (await table.store.find(loser))!;
    expect(left.state).toBe('approved');
    const events = await table.store.eventsOf(loser);
    expect(events.map(({ type }) => type)).toEqual(['requested']);
    await table.store.change((await table.store.find(winner))!, {
      state: 'succeeded',
    });
    await expect(
      table.store.change(left, { state: 'submitting' }, { type: 'submitting' }),
    ).resolves.toMatchObject({ state: 'submitting' });
  });

  it('chains all that happens, so that a change shows', async () => {
    await Promise.all(['a', 'b', 'c'].map(name => table.create(name)));
    const request = (await table.store.find('b'))!;
    await table.store.change(
      request,
      {},
      { type: 'commented', actor: ANN, body: { text: 'hm' } },
    );
    const rows = await table.knex('velero_restore_event').orderBy('seq');
    expect(rows.map(({ seq }) => Number(seq))).toEqual([1, 2, 3, 4]);
    let previous = '0'.repeat(64);
    for (const row of rows) {
      expect(hashOf(previous, row)).toBe(row.hash);
      expect(hashOf(previous, { ...row, actor: 'somebody' })).not.toBe(
        row.hash,
      );
      previous = row.hash;
    }
    await expect(
      table.store.exportEvents({ after: 2, limit: 1 }),
    ).resolves.toMatchObject([{ seq: 3, type: 'requested' }]);
    await expect(
      table.store.exportEvents({ after: 3, limit: 10 }),
    ).resolves.toMatchObject([
      { seq: 4, request: 'b', type: 'commented', body: { text: 'hm' } },
    ]);
  });

  it('chains what happens at once by the order of its times', async () => {
    await table.create('a');
    const event = { type: 'commented', actor: ANN } as const;
    await Promise.all(
      Array.from({ length: 40 }, () => table.store.note('a', event)),
    );
    const events = await table.store.eventsOf('a');
    expect(events.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 41 }, (_, index) => index + 1),
    );
    const times = events.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
  });
});
