import { testDatabases } from '../../__testUtils__/databases';
import { RestoreRequestTable } from './__testUtils__/RestoreRequestTable';

jest.setTimeout(60_000);

const databases = testDatabases();
const OTHERS = {
  owners: ['group:default/bank'],
  approvers: ['group:default/bank', 'platform'],
};

describe.each(databases.ids)('other owners of what waits on %s', id => {
  let table: RestoreRequestTable;

  beforeEach(async () => {
    table = await RestoreRequestTable.open(await databases.init(id));
  });

  const waitingFor = async (ref: string) => {
    const found = await table.store.list({
      by: [{ approvers: [ref], butNot: 'user:default/nobody' }],
      limit: 10,
    });
    return found.map(request => request.id);
  };

  it('have it in their list, and the owners of before do not', async () => {
    const request = await table.create('first');
    await table.create('second');
    const changed = await table.store.changeOwners(request, OTHERS);
    expect(changed).toMatchObject({
      id: 'first',
      state: 'pending',
      version: 2,
      owners: OTHERS.owners,
    });
    expect(await waitingFor('group:default/bank')).toEqual(['first']);
    expect(await waitingFor('group:default/shop')).toEqual(['second']);
    await expect(table.store.eventsOf('first')).resolves.toMatchObject([
      { type: 'requested' },
      { type: 'owners-changed', body: { owners: OTHERS.owners } },
    ]);
  });

  it('may be nobody', async () => {
    const request = await table.create('first');
    await table.store.changeOwners(request, { owners: [], approvers: [] });
    expect(await waitingFor('group:default/shop')).toEqual([]);
  });

  it('come too late to what was decided, or changed by somebody else', async () => {
    const decided = await table.inState('decided', 'approved');
    const request = await table.create('first');
    await table.store.changeOwners(request, OTHERS);
    for (const late of [decided, request]) {
      await expect(
        table.store.changeOwners(late, { owners: [], approvers: [] }),
      ).resolves.toBeUndefined();
    }
    expect(await waitingFor('group:default/bank')).toEqual(['first']);
    await expect(table.store.eventsOf('decided')).resolves.toHaveLength(1);
  });

  it('are told what a request is restored from and to', async () => {
    await table.create('first');
    const found = await table.store.namespacesOf('first');
    expect(found).toHaveLength(2);
    expect(found).toEqual(
      expect.arrayContaining([
        { cluster: 'prod-us', namespace: 'shop', isTarget: false },
        { cluster: 'prod-eu', namespace: 'shop', isTarget: true },
      ]),
    );
  });
});
