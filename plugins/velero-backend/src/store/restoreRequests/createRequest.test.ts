import { testDatabases } from '../../__testUtils__/databases';
import {
  ANN,
  by,
  newRequest,
  RestoreRequestTable,
} from './__testUtils__/RestoreRequestTable';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('keeping requests on %s', id => {
  let table: RestoreRequestTable;

  beforeEach(async () => {
    table = await RestoreRequestTable.open(await databases.init(id));
  });

  it('keeps all of a request', async () => {
    const { limits, ttl, namespaces, approvers, ...kept } = newRequest(
      'first',
      { notBefore: 12 },
    );
    const { request, isNew } = await table.store
      .create(newRequest('first', { notBefore: 12 }))
      .then(answer => ({ isNew: false, ...answer }));
    expect(isNew).toBe(true);
    expect(request).toEqual({
      ...kept,
      version: 1,
      createdAt: expect.any(Number),
      updatedAt: request!.createdAt,
      dueAt: request!.createdAt + 60_000,
    });
    await expect(table.store.find('first')).resolves.toEqual(request);
    await expect(table.store.findByKey(ANN, 'first')).resolves.toEqual(request);
    await expect(table.store.find('other')).resolves.toBeUndefined();
    await expect(
      table.store.findByKey('user:default/bob', 'first'),
    ).resolves.toBeUndefined();
  });

  it('makes one request of one key, however often it is sent at once', async () => {
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map(name =>
        table.store.create(newRequest(name, { key: 'same' })),
      ),
    );
    const ids = answers.map(({ request }) => request?.id);
    expect(new Set(ids).size).toBe(1);
    expect(
      answers.filter(answer => 'isNew' in answer && answer.isNew),
    ).toHaveLength(1);
    const [first] = ids;
    await expect(table.store.eventsOf(first!)).resolves.toHaveLength(1);
  });

  it('holds a user to the limit, also of those that come at once', async () => {
    const limits = { openPerUser: 2, perNamespaceAndDay: 100 };
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map(name =>
        table.store.create(newRequest(name, { limits })),
      ),
    );
    expect(answers.flatMap(({ request }) => request ?? [])).toHaveLength(2);
    expect(answers.flatMap(({ limit }) => limit ?? [])).toEqual([
      'openPerUser',
      'openPerUser',
    ]);
    await expect(
      table.store.create(newRequest('e', { limits, requester: by('bob') })),
    ).resolves.toMatchObject({ isNew: true });
  });

  it('holds a namespace to the limit of a day, without those that came to nothing', async () => {
    const limits = { openPerUser: 100, perNamespaceAndDay: 1 };
    await table.inState('a', 'rejected', { limits });
    await table.inState('b', 'stale', { limits });
    await table.create('c', { limits });
    await expect(
      table.store.create(newRequest('d', { limits })),
    ).resolves.toEqual({
      limit: 'perNamespaceAndDay',
    });
    await table
      .knex('velero_restore_request')
      .where({ id: 'c' })
      .update({ created_at: 1 });
    await expect(
      table.store.create(newRequest('d', { limits })),
    ).resolves.toMatchObject({ isNew: true });
  });
});
