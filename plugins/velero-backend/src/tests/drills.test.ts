import { DrillsResponse } from 'backstage-plugin-velero-common';
import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(120_000);

const ENTITY = '/entities/by-name/component/default/payments-api';
const DRILLS = `${ENTITY}/drills`;
const SHOP_DRILLS = '/entities/by-name/component/default/shop/drills';

describe('drills', () => {
  let fixture: RestoreRequestFixture;

  afterEach(() => fixture?.stop());

  const ask = (user = 'payments-owner', key = fixture.key()) =>
    fixture.portal.post(DRILLS, { key, cluster: 'eu' }, user);

  /** Waits until the scratch namespaces are gone, or somebody has to look. */
  async function untilOver(id: string, user = 'payments-owner') {
    const { body } = await fixture.portal.eventually(
      `/restore-requests/${id}`,
      user,
      answer => expect(answer.body.drill?.cleanup).toMatch(/done|failed/),
    );
    return body;
  }

  it('prove that the newest backup can be restored, and leave nothing behind', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    const empty = await fixture.portal.get(DRILLS, 'payments-owner');
    expect(empty.body).toEqual({
      namespaces: expect.arrayContaining([
        { cluster: 'eu', namespace: 'payments' },
      ]),
    });
    const { status, body } = await ask();
    expect({ status, state: body.state }).toEqual({
      status: 201,
      state: 'approved',
    });
    const [{ source, target }] = body.wish.namespaces;
    expect(source).toBe('payments');
    expect(target).toMatch(/^payments-drill-[0-9a-f]{8}$/);

    const over = await untilOver(body.id);
    expect(over).toMatchObject({
      state: 'succeeded',
      drill: {
        cleanup: 'done',
        result: { proven: true, reasons: [], errors: 0 },
      },
    });
    expect(over.drill.result.itemsRestored).toBeGreaterThan(0);
    const types = over.events.map(({ type }: { type: string }) => type);
    expect(types.slice(-4)).toEqual([
      'ended',
      'proven',
      'cleanup-started',
      'cleaned-up',
    ]);
    const { objects } = fixture.cluster;
    expect(objects.get('namespaces', target)).toBeUndefined();
    expect(objects.get('namespaces', 'payments')).toBeDefined();
    expect(objects.get('configmaps', 'prices', 'payments')).toBeDefined();

    const known = await fixture.portal.get(DRILLS, 'payments-owner');
    const { lastProven, lastUnproven, open } = known.body as DrillsResponse;
    expect(lastProven).toMatchObject({
      request: body.id,
      proven: true,
      backup: { cluster: 'eu', veleroNamespace: 'velero', name: 'nightly' },
      namespaces: ['payments'],
    });
    expect([lastUnproven, open]).toEqual([undefined, undefined]);
    expect(fixture.notifications).toEqual([]);
  });

  it('are asked for once with one key, also when there is a newer backup meanwhile', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    const first = await ask('payments-owner', 'the-same-key');
    await fixture.backUp('newer');
    const second = await ask('payments-owner', 'the-same-key');
    expect([second.status, second.body.id]).toEqual([201, first.body.id]);
    const other = await ask('payments-peer', 'the-same-key');
    expect(other.body.id).not.toBe(first.body.id);
    expect(other.body.wish.namespaces[0].target).not.toBe(
      first.body.wish.namespaces[0].target,
    );
  });

  it('of another service, in another cluster, or beside a restore, need another key', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    const key = 'one-key-for-all';
    const first = await ask('engineer', key);
    expect(first.status).toBe(201);
    const again = await fixture.portal.post(DRILLS, { key }, 'engineer');
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    for (const [path, cluster] of [
      [SHOP_DRILLS, 'eu'],
      [DRILLS, 'us'],
    ]) {
      const other = await fixture.portal.post(
        path,
        { key, cluster },
        'engineer',
      );
      expect(other.status).toBe(409);
      expect(other.body.error.message).toBe(
        `The key was used before, for request '${first.body.id}', which wishes for something else. Take another key`,
      );
    }
    const restoreKey = fixture.key();
    await fixture.request(fixture.wish(), 'engineer', restoreKey).expect(201);
    await ask('engineer', restoreKey).expect(409);
  });

  it('can be asked for by any backup, and never into a namespace of choice', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    const refused = await fixture.request(fixture.wish({ drill: true }));
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain(
      'a drill names its namespaces itself',
    );
    const wish = { ...fixture.wish({ drill: true }) };
    const namespaces = [{ source: 'payments' }];
    const taken = await fixture.request({ ...wish, namespaces });
    expect(taken.status).toBe(201);
    expect(taken.body.wish.namespaces[0].target).toMatch(/-drill-[0-9a-f]{8}$/);
    const preview = await fixture.preview({ ...wish, namespaces });
    expect(preview.body).toMatchObject({ allow: true, approvals: [] });
  });

  it('of namespaces of others are refused', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    const wish = fixture.wish({ drill: true });
    const refused = await fixture.request({
      ...wish,
      namespaces: [{ source: 'shop' }],
    });
    expect(refused.status).toBe(409);
    for (const user of ['shop-owner', 'visitor']) {
      await ask(user).expect(403);
      await fixture.portal.get(DRILLS, user).expect(403);
    }
  });

  it('of several teams are shown to those who may open their request', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    const own = await fixture.portal.post(
      SHOP_DRILLS,
      { key: fixture.key(), cluster: 'eu' },
      'shop-owner',
    );
    await untilOver(own.body.id, 'shop-owner');
    const wish = {
      ...fixture.wish({ drill: true, reason: 'no ledger' }),
      namespaces: [{ source: 'payments' }, { source: 'shop' }],
    };
    await fixture.preview(wish, 'engineer').expect(200);
    fixture.cluster.velero.stop();
    const { body } = await fixture.request(wish, 'engineer');
    const known = async (user: string) =>
      (await fixture.portal.get(SHOP_DRILLS, user)).body as DrillsResponse;
    expect((await known('engineer')).open).toMatchObject({ request: body.id });
    expect((await known('shop-owner')).open).toBeUndefined();
    fixture.cluster.velero.start();
    await untilOver(body.id, 'engineer');
    await fixture.get(body.id, 'shop-owner').expect(404);
    const drills = await known('shop-owner');
    expect(drills.lastProven?.request).toBe(own.body.id);
    expect(JSON.stringify(drills)).not.toContain('payments');
    expect((await known('engineer')).lastProven).toMatchObject({
      request: body.id,
      namespaces: ['payments', 'shop'],
    });
  });

  it('are refused where what they make could not be removed', async () => {
    fixture = await RestoreRequestFixture.start({
      single: true,
      keepsNamespaces: true,
    });
    const { status, body } = await ask();
    expect(status).toBe(409);
    expect(body.error.checks).toEqual([
      {
        id: 'drill',
        level: 'stop',
        message:
          "The portal's account may not remove scratch namespaces in cluster 'eu', so that they would stay",
        remedy:
          'Have an administrator of the cluster apply the bundle deploy/rbac/drill',
      },
    ]);
    expect(fixture.restores()).toEqual([]);
  });

  it('are refused where the policy allows none', async () => {
    fixture = await RestoreRequestFixture.start({
      single: true,
      settings: {
        restores: { policies: [{ id: 'none', drills: { allowed: false } }] },
      },
    });
    const { status, body } = await ask();
    expect(status).toBe(409);
    expect(body.error.message).toContain('The policy allows no drills');
  });

  it('cannot be had without a good backup', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    fixture.cluster.objects.patch(
      'backups',
      { name: 'nightly', namespace: 'velero' },
      { status: { phase: 'PartiallyFailed' } },
    );
    await fixture.portal.eventually(
      '/clusters/eu/backups/velero/nightly',
      'payments-owner',
      ({ body }) => expect(body.phase).toBe('PartiallyFailed'),
    );
    const { status, body } = await ask();
    expect(status).toBe(409);
    expect(body.error.message).toContain('There is no complete backup');
  });

  it('that prove nothing are told of, and cleaned up after', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    await fixture.preview(fixture.wish()).expect(200);
    fixture.cluster.velero.stop();
    const { body } = await ask();
    await fixture.until(body.id, 'running');
    fixture.cluster.objects.put('namespaces', {
      metadata: { name: body.wish.namespaces[0].target },
    });
    fixture.cluster.objects.patch(
      'restores',
      { name: `rst-${body.id}`, namespace: 'velero' },
      {
        status: {
          phase: 'PartiallyFailed',
          errors: 2,
          startTimestamp: fixture.cluster.clock.timestamp(),
          completionTimestamp: fixture.cluster.clock.timestamp(),
          progress: { itemsRestored: 1, totalItems: 3 },
        },
      },
    );
    const over = await untilOver(body.id);
    expect(over.drill).toMatchObject({
      cleanup: 'done',
      result: {
        proven: false,
        reasons: [
          'Velero ended it as PartiallyFailed',
          'Velero counts 2 errors',
        ],
      },
    });
    await fixture.portal.eventually(DRILLS, 'payments-owner', answer => {
      expect(answer.body.lastUnproven?.request).toBe(body.id);
      expect(fixture.notifications.map(({ payload }) => payload)).toMatchObject(
        [
          {
            title: 'Drill of payments has not proven that it can be restored',
            description:
              'Velero ended it as PartiallyFailed; Velero counts 2 errors',
          },
        ],
      );
    });
  });

  it('are cleaned up after although nobody can cancel them any more', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    const { body } = await ask();
    await fixture.until(body.id, 'running', 'succeeded');
    await fixture.decide(body.id, 'cancel', 'payments-owner').expect(409);
    expect((await untilOver(body.id)).drill.cleanup).toBe('done');
  });

  it('are known to the auditor', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    await ask();
    expect(fixture.auditor.events).toContainEqual(
      expect.objectContaining({
        eventId: 'drill',
        meta: expect.objectContaining({
          actionType: 'request',
          entityRef: 'component:default/payments-api',
        }),
      }),
    );
  });
});
