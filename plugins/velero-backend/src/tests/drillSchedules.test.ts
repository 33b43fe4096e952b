import { Knex } from 'knex';
import { DrillSchedule } from 'backstage-plugin-velero-common';
import { testDatabases } from '../__testUtils__/databases';
import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(120_000);

const databases = testDatabases();
const ENTITY = '/entities/by-name/component/default/payments-api';
const SCHEDULE = `${ENTITY}/drill-schedule`;
const BODY = { cluster: 'eu', namespaces: ['payments'], cron: '0 3 * * 1' };

describe('schedules of drills', () => {
  let fixture: RestoreRequestFixture;
  let database: Knex;

  async function start(id = databases.ids[0][0]) {
    database = await databases.init(id);
    fixture = await RestoreRequestFixture.start({ single: true, database });
  }

  afterEach(() => fixture?.stop());

  const set = (changes: object = {}, user = 'payments-owner') =>
    fixture.portal.put(SCHEDULE, { ...BODY, ...changes }, user);

  /** The time has come. */
  const makeDue = (due = Date.now() - 1_000) =>
    database('velero_drill_schedule').update({
      next_run: due,
      last_request: null,
      held_until: 0,
    });

  const service = () =>
    fixture.entities.find(({ metadata }) => metadata.name === 'payments-api')!;

  /** What the service has in its annotation from now on. */
  function claim(claims: string | undefined) {
    service().metadata.annotations = claims
      ? { 'velero.io/namespaces': claims }
      : {};
  }

  async function untilRun(check: (schedule: DrillSchedule) => void) {
    const { body } = await fixture.portal.eventually(
      SCHEDULE,
      'engineer',
      answer => check(answer.body),
    );
    return body as DrillSchedule;
  }

  const requests = async () =>
    (await fixture.list('?view=all', 'engineer')).body.items;

  it('are kept, changed and removed', async () => {
    await start();
    await fixture.portal.get(SCHEDULE, 'payments-owner').expect(404);
    const { status, body } = await set();
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        ...BODY,
        requester: 'user:default/payments-owner',
        createdAt: expect.any(String),
        nextRunAt: expect.stringMatching(/T03:00:00\.000Z$/),
      },
    });
    const changed = await set({ cron: '30 4 1 * *' }, 'payments-peer');
    expect(changed.body).toMatchObject({
      cron: '30 4 1 * *',
      requester: 'user:default/payments-peer',
    });
    const { body: drills } = await fixture.portal.get(
      `${ENTITY}/drills`,
      'payments-owner',
    );
    expect(drills.schedule).toEqual(changed.body);
    const removed = await fixture.portal.remove(SCHEDULE, 'payments-owner');
    expect(removed.body).toEqual({ removed: true });
    await fixture.portal.get(SCHEDULE, 'payments-owner').expect(404);
    expect(
      fixture.auditor.events
        .filter(({ eventId }) => eventId === 'drill-schedule')
        .map(({ meta }) => meta?.actionType),
    ).toEqual(['set', 'set', 'remove']);
  });

  it('are refused for what is not theirs, and for times that cannot be', async () => {
    await start();
    await set({}, 'shop-owner').expect(403);
    await set({}, 'visitor').expect(403);
    await set({ namespaces: ['shop'] }).expect(403);
    await set({ namespaces: ['payments', 'shop'] }).expect(403);
    await set({ cluster: 'us' }).expect(403);
    await set({ namespaces: [] }).expect(400);
    const often = await set({ cron: '0 * * * *' });
    expect(often.status).toBe(400);
    expect(often.body.error.message).toContain('Leave a day between drills');
    await set({ cron: '* * * * * *' }).expect(400);
    await set().expect(200);
    await fixture.portal.remove(SCHEDULE, 'shop-owner').expect(403);
    await fixture.portal.get(SCHEDULE, 'shop-owner').expect(403);
  });

  describe.each(databases.ids)('by two replicas on %s', id => {
    it('make one drill at one time', async () => {
      await start(id);
      const other = await fixture.anotherPortal(database);
      try {
        await set();
        await makeDue();
        const { lastRequest, nextRunAt } = await untilRun(schedule =>
          expect(schedule.lastRequest).toBeDefined(),
        );
        expect(Date.parse(nextRunAt!)).toBeGreaterThan(Date.now());
        const request = await fixture.until(lastRequest!, 'succeeded');
        expect(request.requester).toBe('user:default/payments-owner');
        expect(request.wish.drill).toBe(true);
        expect(await requests()).toHaveLength(1);
        await fixture.portal.eventually(
          `${ENTITY}/drills`,
          'payments-owner',
          ({ body }) => expect(body.lastProven?.request).toBe(lastRequest),
        );
        expect(fixture.restores()).toHaveLength(1);
      } finally {
        await other.stop();
      }
    });
  });

  it('make no second drill when a replica ended between asking and keeping it', async () => {
    await start();
    await set();
    const due = Date.now() - 1_000;
    await makeDue(due);
    await untilRun(({ lastRequest }) => expect(lastRequest).toBeDefined());
    await fixture.backUp('newer');
    // As it was before the replica could keep what came of it.
    await makeDue(due);
    const { lastRequest } = await untilRun(schedule =>
      expect(schedule.lastRequest).toBeDefined(),
    );
    const all = await requests();
    expect(all.map(({ id }: { id: string }) => id)).toEqual([lastRequest]);
  });

  it('say why a drill was not made, and go on', async () => {
    await start();
    await set();
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
    await makeDue();
    const { nextRunAt } = await untilRun(schedule =>
      expect(schedule.lastProblem?.message).toBe(
        'There is no complete backup of the namespaces',
      ),
    );
    expect(nextRunAt).toBeDefined();
    expect(fixture.notifications).toMatchObject([
      {
        recipients: { entityRef: ['user:default/payments-owner'] },
        payload: {
          title: 'The drill of payments-api was not made',
          description: 'There is no complete backup of the namespaces',
        },
      },
    ]);
  });

  it('stop when whoever set them has lost the namespaces', async () => {
    await start();
    await set();
    const user = fixture.entities.find(
      ({ kind, metadata }) =>
        kind === 'User' && metadata.name === 'payments-owner',
    );
    user!.relations = [];
    await makeDue();
    const { nextRunAt, lastProblem } = await untilRun(schedule =>
      expect(schedule.lastProblem).toBeDefined(),
    );
    expect(nextRunAt).toBeUndefined();
    expect(lastProblem?.message).toBe(
      'Drills have stopped: payments is not proven to belong to user:default/payments-owner any more. Somebody to whom it belongs has to set the schedule anew',
    );
    expect(await requests()).toEqual([]);
    const again = await set({}, 'payments-peer');
    expect(again.body.nextRunAt).toBeDefined();
    expect(again.body.lastProblem).toBeUndefined();
  });

  it.each([
    ['claims something else', 'eu/payments-db'],
    ['claims the same of another cluster', 'us/payments'],
    ['claims nothing', undefined],
  ])('stop when the service %s, and can be ended', async (_about, claims) => {
    await start();
    await set();
    claim(claims);
    await makeDue();
    const { nextRunAt, lastProblem } = await untilRun(schedule =>
      expect(schedule.lastProblem).toBeDefined(),
    );
    expect(nextRunAt).toBeUndefined();
    expect(lastProblem?.message).toBe(
      "Drills have stopped: component:default/payments-api does not claim payments of cluster 'eu' any more. Set the schedule anew for what is claimed, or remove it",
    );
    expect(fixture.notifications).toMatchObject([
      {
        recipients: { entityRef: ['user:default/payments-owner'] },
        payload: { title: 'The drill of payments-api was not made' },
      },
    ]);
    expect(await requests()).toEqual([]);
    const own = await fixture.portal.get(SCHEDULE, 'payments-owner');
    expect(own.body).toMatchObject(BODY);
    const { body } = await fixture.portal.remove(SCHEDULE, 'payments-owner');
    expect(body).toEqual({ removed: true });
    const after = await fixture.portal.get(SCHEDULE, 'engineer');
    expect(after.status).not.toBe(200);
  });

  it('stop when the service is gone, and can be removed then', async () => {
    await start();
    await set();
    service().metadata.name = 'another-name';
    await makeDue();
    const deadline = Date.now() + 15_000;
    while (fixture.notifications.length === 0 && Date.now() < deadline) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    expect(fixture.notifications).toMatchObject([
      {
        payload: {
          description: expect.stringContaining(
            'Drills have stopped: component:default/payments-api is not in the catalog any more',
          ),
        },
      },
    ]);
    expect(await requests()).toEqual([]);
    await fixture.portal.get(SCHEDULE, 'payments-peer').expect(404);
    await fixture.portal.get(SCHEDULE, 'engineer').expect(200);
    await fixture.portal.remove(SCHEDULE, 'payments-owner').expect(200);
    await fixture.portal.get(SCHEDULE, 'engineer').expect(404);
  });

  it('of what the service claims no more are known to those alone who are in charge', async () => {
    await start();
    await set();
    claim('eu/payments-db');
    await fixture.portal.get(SCHEDULE, 'payments-peer').expect(404);
    const refused = await fixture.portal.remove(SCHEDULE, 'payments-peer');
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain('by administrators');
    for (const user of ['payments-owner', 'engineer']) {
      const { body } = await fixture.portal.get(`${ENTITY}/drills`, user);
      expect(body.schedule).toMatchObject(BODY);
    }
    await fixture.portal.remove(SCHEDULE, 'shop-owner').expect(403);
    await fixture.portal.remove(SCHEDULE, 'visitor').expect(403);
    await fixture.portal.remove(SCHEDULE, 'engineer').expect(200);
  });

  it('of namespaces that a reader sees in part tell of these', async () => {
    await start();
    await set({ namespaces: ['payments', 'payments-db'] });
    claim('eu/payments-db');
    await makeDue();
    await untilRun(({ lastProblem }) => expect(lastProblem).toBeDefined());
    const { body } = await fixture.portal.get(SCHEDULE, 'payments-peer');
    expect(body).toEqual({
      ...BODY,
      namespaces: ['payments-db'],
      requester: 'user:default/payments-owner',
      createdAt: expect.any(String),
    });
  });
});
