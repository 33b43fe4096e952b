import { RestoreRequestStore } from '../RestoreRequestStore';
import { testDatabases } from '../../__testUtils__/databases';
import {
  ANN,
  by,
  RestoreRequestTable,
  newRequest,
} from './__testUtils__/RestoreRequestTable';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('listing requests on %s', id => {
  let table: RestoreRequestTable;

  beforeEach(async () => {
    table = await RestoreRequestTable.open(await databases.init(id));
  });

  it('lists what runs', async () => {
    await table.inState('a', 'running');
    await table.inState('b', 'unknown');
    await table.inState('c', 'submitting');
    await table.inState('d', 'succeeded');
    const running = await table.store.findRunning();
    expect(running.map(request => request.id).sort()).toEqual(['a', 'b', 'c']);
  });

  it('lists the newest first, page by page', async () => {
    for (const name of ['a', 'b', 'c']) {
      await table.create(name);
    }
    await table.knex('velero_restore_request').update({ created_at: 5 });
    await table
      .knex('velero_restore_request')
      .where({ id: 'a' })
      .update({ created_at: 9 });
    const first = await table.store.list({ by: ['all'], limit: 2 });
    expect(first.map(request => request.id)).toEqual(['a', 'c']);
    const second = await table.store.list({
      by: ['all'],
      limit: 2,
      after: first[1],
    });
    expect(second.map(request => request.id)).toEqual(['b']);
  });

  it('lists what concerns somebody', async () => {
    await table.create('mine');
    await table.create('others', { requester: by('bob') });
    await table.create('elsewhere', {
      requester: by('bob'),
      approvers: ['platform'],
      namespaces: [{ cluster: 'prod-eu', namespace: 'bank', isTarget: true }],
    });
    const list = async (
      concerns: Parameters<RestoreRequestStore['list']>[0]['by'],
    ) =>
      (await table.store.list({ by: concerns, limit: 10 }))
        .map(request => request.id)
        .sort();
    await expect(list([{ userRef: ANN }])).resolves.toEqual(['mine']);
    await expect(
      list([{ approvers: ['group:default/shop'], butNot: ANN }]),
    ).resolves.toEqual(['others']);
    await expect(
      list([{ approvers: ['platform'], butNot: ANN }]),
    ).resolves.toEqual(['elsewhere', 'others']);
    await expect(
      list([{ cluster: 'prod-us', namespaces: ['shop'] }]),
    ).resolves.toEqual(['mine', 'others']);
    await expect(
      list([{ userRef: ANN }, { cluster: 'prod-eu', namespaces: ['bank'] }]),
    ).resolves.toEqual(['elsewhere', 'mine']);
    await expect(
      list([{ cluster: 'prod-us', namespaces: ['bank'] }]),
    ).resolves.toEqual([]);
    await expect(list([])).resolves.toEqual([]);
  });

  it('lists what is in some states', async () => {
    await table.create('a');
    await table.inState('b', 'running');
    const found = await table.store.list({
      by: ['all'],
      states: ['running'],
      limit: 10,
    });
    expect(found.map(request => request.id)).toEqual(['b']);
  });

  it('lets what nobody can tell the end of stand in the way of nothing but its target', async () => {
    await table.inState('a', 'unknown');
    const usage = (
      targets: string[] | 'all',
      cluster = 'prod-eu',
      without = '',
    ) =>
      table.store.usage({
        userRef: ANN,
        namespaces: [],
        cluster,
        targets,
        without,
      });
    const busyTargets = [{ namespace: 'shop', request: 'a', isUnknown: true }];
    await expect(usage(['bank', 'shop'])).resolves.toMatchObject({
      openOfUser: 0,
      runningInCluster: 0,
      busyTargets,
    });
    await expect(usage('all')).resolves.toMatchObject({ busyTargets });
    for (const free of [
      usage([]),
      usage(['bank']),
      usage(['shop'], 'prod-us'),
      usage(['shop'], 'prod-eu', 'a'),
    ]) {
      await expect(free).resolves.toMatchObject({ busyTargets: [] });
    }
  });

  it('takes a whole backup for one that goes to all namespaces of its cluster', async () => {
    const { wish } = newRequest('any');
    await table.inState('all', 'running', {
      wish: { ...wish, namespaces: [], wholeBackup: wish.backup.name },
      namespaces: [],
    });
    const usage = (targets: string[] | 'all') =>
      table.store.usage({
        userRef: ANN,
        namespaces: [],
        cluster: 'prod-eu',
        targets,
      });
    const busy = { request: 'all', isUnknown: false };
    await expect(usage(['bank'])).resolves.toMatchObject({
      busyTargets: [{ ...busy, namespace: 'bank' }],
    });
    await expect(usage('all')).resolves.toMatchObject({
      busyTargets: [{ ...busy, namespace: '*' }],
    });
  });

  it('tells how much there is', async () => {
    await table.create('a');
    await table.inState('b', 'running');
    await table.inState('c', 'succeeded');
    await table.inState('d', 'rejected');
    const question = {
      userRef: ANN,
      cluster: 'prod-eu',
      namespaces: ['shop', 'bank'],
      targets: ['shop', 'bank'],
    };
    await expect(table.store.usage(question)).resolves.toEqual({
      openOfUser: 2,
      todayByNamespace: { shop: 3 },
      runningInCluster: 1,
      busyTargets: [{ namespace: 'shop', request: 'b', isUnknown: false }],
    });
    await expect(
      table.store.usage({ ...question, without: 'b' }),
    ).resolves.toEqual({
      openOfUser: 1,
      todayByNamespace: { shop: 2 },
      runningInCluster: 0,
      busyTargets: [],
    });
  });
});
