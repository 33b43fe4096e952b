import { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { createStores } from '../Stores';
import { DrillScheduleStore, NewDrillSchedule } from './DrillScheduleStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const ENTITY = 'component:default/shop';

function newSchedule(
  overrides: Partial<NewDrillSchedule> = {},
): NewDrillSchedule {
  return {
    entityRef: ENTITY,
    cluster: 'prod-eu',
    namespaces: ['shop'],
    cron: '0 3 * * 1',
    requester: {
      userRef: 'user:default/ann',
      ownershipRefs: ['group:default/shop'],
      administrator: false,
    },
    nextRun: 1_000,
    ...overrides,
  };
}

describe.each(databases.ids)('schedules of drills on %s', id => {
  let knex: Knex;
  let store: DrillScheduleStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    store = (await createStores({ getClient: async () => knex }))
      .drillSchedules;
  });

  const take = (holder: string, ttl = 60_000) => store.take({ holder, ttl });

  it('keeps one for each entity, and the same when it is changed', async () => {
    const first = await store.put(newSchedule());
    expect(first).toMatchObject({ ...newSchedule(), version: 1 });
    const second = await store.put(newSchedule({ cron: '0 4 * * 1' }));
    expect(second).toMatchObject({
      id: first.id,
      cron: '0 4 * * 1',
      version: 2,
    });
    await expect(store.find(ENTITY)).resolves.toEqual(second);
    await expect(
      store.find('component:default/other'),
    ).resolves.toBeUndefined();
  });

  it('gives what is due to one of those that look for it', async () => {
    await store.put(newSchedule());
    await store.put(
      newSchedule({ entityRef: 'component:default/later', nextRun: 9e12 }),
    );
    const taken = await Promise.all(['a', 'b', 'c'].map(name => take(name)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('gives it to another one when nothing is heard of the first', async () => {
    await store.put(newSchedule());
    const first = await take('a', 0);
    const second = await take('b');
    expect(second?.id).toBe(first?.id);
    await store.ran(first!, { nextRun: 5_000, request: 'of the first' });
    await store.ran(second!, { nextRun: 6_000, request: 'of the second' });
    await expect(store.find(ENTITY)).resolves.toMatchObject({
      nextRun: 6_000,
      lastRequest: 'of the second',
    });
  });

  it('keeps what stood in the way until a run goes well', async () => {
    await store.put(newSchedule());
    await store.ran((await take('a'))!, { nextRun: 2_000, problem: 'no' });
    await expect(store.find(ENTITY)).resolves.toMatchObject({
      lastProblem: { message: 'no', at: expect.any(Number) },
    });
    await store.ran((await take('a'))!, { nextRun: 3_000, request: 'r' });
    const schedule = await store.find(ENTITY);
    expect(schedule?.lastProblem).toBeUndefined();
  });

  it('does not run again what has stopped, until somebody sets it anew', async () => {
    await store.put(newSchedule());
    await store.ran((await take('a'))!, { problem: 'not yours any more' });
    const stopped = await store.find(ENTITY);
    expect(stopped?.nextRun).toBeUndefined();
    await expect(take('a')).resolves.toBeUndefined();
    const again = await store.put(newSchedule());
    expect(again.lastProblem).toBeUndefined();
    await expect(take('a')).resolves.toMatchObject({ id: again.id });
  });

  it('keeps nothing of a run of what was changed meanwhile', async () => {
    await store.put(newSchedule());
    const taken = await take('a');
    await store.put(newSchedule({ nextRun: 7_000 }));
    await store.ran(taken!, { problem: 'too late' });
    const schedule = await store.find(ENTITY);
    expect(schedule).toMatchObject({ nextRun: 7_000 });
    expect(schedule?.lastProblem).toBeUndefined();
  });

  it('tries again after a while', async () => {
    await store.put(newSchedule());
    await store.again((await take('a'))!, 60_000);
    await expect(take('a')).resolves.toBeUndefined();
    await knex('velero_drill_schedule').update({ held_until: 0 });
    await expect(take('a')).resolves.toMatchObject({ nextRun: 1_000 });
  });

  it('removes one', async () => {
    await store.put(newSchedule());
    await expect(store.remove(ENTITY)).resolves.toBe(true);
    await expect(store.remove(ENTITY)).resolves.toBe(false);
  });
});
