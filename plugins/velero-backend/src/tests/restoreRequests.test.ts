import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(60_000);

describe('a request for a restore', () => {
  let fixture: RestoreRequestFixture;

  beforeEach(async () => {
    fixture = await RestoreRequestFixture.start();
  });

  afterEach(() => fixture?.stop());

  const prices = (namespace: string, cluster = 'eu') =>
    fixture.sandbox
      .cluster(cluster)
      .objects.list('configmaps')
      .filter(
        ({ metadata }) =>
          metadata.namespace === namespace && metadata.name === 'prices',
      );

  it('tells beforehand what would come of it, and keeps nothing', async () => {
    const { reason, ...unexplained } = fixture.wish();
    const { status, body } = await fixture.preview(unexplained);
    expect(body).toMatchObject({
      allow: true,
      policy: { id: 'default' },
      modifiers: [],
      reasons: [],
      approvals: [],
      spec: {
        backupName: 'nightly',
        includedNamespaces: ['payments'],
        namespaceMapping: { payments: 'payments-restore-1' },
      },
    });
    expect(status).toBe(200);
    const { body: list } = await fixture.list('');
    expect(list.items).toEqual([]);
    expect(fixture.restores()).toEqual([]);
  });

  it('has to have a reason', async () => {
    const { reason, ...unexplained } = fixture.wish();
    const { status, body } = await fixture.request(unexplained);
    expect(status).toBe(400);
    expect(body.error.message).toContain('reason is missing');
  });

  it('brings back into a new namespace, without asking anybody', async () => {
    const { status, body } = await fixture.request(fixture.wish());
    expect(body).toMatchObject({ state: 'approved' });
    expect(status).toBe(201);
    const ended = await fixture.until(body.id, 'succeeded');
    expect(ended.outcome).toMatchObject({ phase: 'Completed' });
    expect(prices('payments-restore-1')).toHaveLength(1);
    expect(prices('shop-restore-1')).toHaveLength(0);
    const [restore] = fixture.restores();
    expect(restore.metadata).toMatchObject({
      name: `rst-${body.id}`,
      annotations: {
        'backstage.io/requested-by': 'user:default/payments-owner',
        'backstage.io/request-id': body.id,
      },
    });
  });

  it('says how far what it tells of a cluster can be trusted, until it has ended', async () => {
    await fixture.preview(fixture.wish()).expect(200);
    fixture.cluster.velero.stop();
    const { body } = await fixture.request(fixture.wish());
    const running = await fixture.until(body.id, 'running');
    expect(running.cluster).toMatchObject({ name: 'eu', state: 'live' });
    fixture.cluster.faults.set({ down: true });
    await fixture.portal.eventually(
      `/restore-requests/${body.id}`,
      'payments-owner',
      answer =>
        expect(answer.body).toMatchObject({
          state: 'running',
          cluster: { state: 'stale', reason: expect.any(String) },
        }),
    );
    fixture.cluster.faults.clear();
    fixture.cluster.velero.start();
    const ended = await fixture.until(body.id, 'succeeded');
    expect(ended).not.toHaveProperty('cluster');
  });

  it('brings back in place what somebody else agrees to', async () => {
    fixture.cluster.objects.remove('configmaps', 'prices', 'payments');
    expect(prices('payments')).toHaveLength(0);
    const { body } = await fixture.request(fixture.inPlace());
    expect(body).toMatchObject({
      state: 'pending',
      mayApprove: false,
      mayCancel: true,
    });
    const waiting = await fixture.list('?view=waiting', 'payments-peer');
    expect(waiting.body.items).toMatchObject([{ id: body.id }]);
    const approved = await fixture.decide(body.id, 'approve', 'payments-peer');
    expect(approved.body).toMatchObject({ state: 'approved' });
    const ended = await fixture.until(body.id, 'succeeded');
    expect(ended.events.map(({ type }) => type)).toEqual([
      'requested',
      'approved',
      'submitting',
      'submitted',
      'ended',
    ]);
    expect(prices('payments')).toHaveLength(1);
  });

  it.each([
    [{}, true],
    [{ 'post.hook.restore.velero.io/command': '["rm"]' }, false],
  ])(
    'brings back pods whose annotations are %j: %s',
    async (annotations, isBack) => {
      fixture.cluster.objects.put('pods', {
        metadata: { name: 'web', namespace: 'payments', annotations },
        spec: { containers: [{ name: 'web', image: 'web' }] },
      });
      await fixture.backUp('with-pod');
      const backup = { ...fixture.wish().backup, name: 'with-pod' };
      const { body } = await fixture.request(fixture.wish({ backup }));
      expect(body.spec.includedResources.includes('pods')).toBe(isBack);
      await fixture.until(body.id, 'succeeded');
      const pods = fixture.cluster.objects
        .list('pods')
        .filter(({ metadata }) => metadata.namespace === 'payments-restore-1');
      expect(pods).toHaveLength(isBack ? 1 : 0);
    },
  );

  it('restores in another region what the first one backed up', async () => {
    const backup = {
      cluster: 'us',
      veleroNamespace: 'velero',
      name: 'nightly',
    };
    const { body } = await fixture.request(fixture.wish({ backup }));
    expect(body).toMatchObject({ state: 'pending' });
    await fixture.decide(body.id, 'approve', 'engineer').expect(200);
    await fixture.until(body.id, 'succeeded');
    expect(prices('payments-restore-1', 'us')).toHaveLength(1);
    expect(fixture.restores('eu')).toEqual([]);
  });
});
