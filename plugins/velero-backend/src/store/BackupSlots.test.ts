import { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { createDatabase } from './createDatabase';
import { BackupSlots, DatabaseBackupSlots } from './BackupSlots';

jest.setTimeout(60_000);

const HOUR = 3_600_000;
const databases = testDatabases();

describe.each(databases.ids)('slots for backups on %s', id => {
  let knex: Knex;
  let slots: BackupSlots;

  const take = (requestId: string, limit = 3, userRef = 'user:default/a') =>
    slots.take({ userRef, requestId, limit, backup: `of ${requestId}` });

  /** Lets time pass for what was taken so far. */
  const age = (milliseconds: number) =>
    knex('velero_backup_slot')
      .where('taken_at', '>', 0)
      .update({ taken_at: knex.raw('taken_at - ?', [milliseconds]) });

  beforeEach(async () => {
    knex = await databases.init(id);
    await createDatabase({ getClient: async () => knex });
    slots = new DatabaseBackupSlots(knex);
  });

  it('are as many as the limit says, for each user', async () => {
    for (const request of ['1', '2', '3']) {
      expect(await take(request)).toHaveProperty('taken');
    }
    const before = Date.now();
    const refused = await take('4');
    expect(refused.taken).toBeUndefined();
    const { nextAt } = refused as { nextAt: number };
    expect(Math.abs(nextAt - before - HOUR)).toBeLessThan(60_000);
    expect(await take('4', 3, 'user:default/b')).toHaveProperty('taken');
    expect(await slots.left('user:default/a', 3)).toEqual({ left: 0, nextAt });
    expect(await slots.left('user:default/b', 3)).toEqual({ left: 2 });
    expect(await slots.left('user:default/c', 3)).toEqual({ left: 3 });
  });

  it('are not taken twice by requests at the same moment', async () => {
    const taken = await Promise.all(
      Array.from({ length: 12 }, (_, i) => take(`${i}`)),
    );
    expect(taken.filter(slot => slot.taken)).toHaveLength(3);
  });

  it('are one for one request, however often it comes', async () => {
    const taken = await Promise.all(
      Array.from({ length: 6 }, () => take('same')),
    );
    expect(taken.filter(({ taken: slot }) => slot)).toHaveLength(6);
    expect(
      taken.filter(slot => slot.taken && slot.before === undefined),
    ).toHaveLength(1);
    expect(await slots.left('user:default/a', 3)).toEqual({ left: 2 });
    expect(await slots.find('user:default/a', 'same')).toBe('of same');
    expect(await slots.find('user:default/b', 'same')).toBeUndefined();
  });

  it('are free again after an hour, not before', async () => {
    await take('1', 1);
    await age(HOUR - 60_000);
    expect((await take('2', 1)).taken).toBeUndefined();
    expect(await slots.find('user:default/a', '1')).toBe('of 1');
    await age(60_001);
    expect(await slots.find('user:default/a', '1')).toBeUndefined();
    expect(await take('1', 1)).not.toHaveProperty('before');
    expect((await take('2', 1)).taken).toBeUndefined();
  });

  it('come back when nothing came of them', async () => {
    const { taken } = await take('1', 1);
    await slots.giveBack(taken!);
    expect(await take('2', 1)).toHaveProperty('taken');
    // Too late, as when another request has it by now.
    await slots.giveBack(taken!);
    expect((await take('3', 1)).taken).toBeUndefined();
  });

  it('stay while another of the same requests has them', async () => {
    const [first, second] = [await take('1', 1), await take('1', 1)];
    await slots.giveBack(first.taken!);
    expect((await take('2', 1)).taken).toBeUndefined();
    await slots.giveBack(second.taken!);
    expect(await take('2', 1)).toHaveProperty('taken');
  });

  it('stay when something came of one of the requests', async () => {
    await take('1', 1);
    const { taken } = await take('1', 1);
    await slots.giveBack(taken!);
    expect(await slots.left('user:default/a', 1)).toMatchObject({ left: 0 });
    expect(await slots.find('user:default/a', '1')).toBe('of 1');
  });

  it('follow a limit that was changed', async () => {
    await take('1', 2);
    await take('2', 2);
    expect(await take('3', 3)).toHaveProperty('taken');
    expect((await take('4', 1)).taken).toBeUndefined();
    expect(await slots.left('user:default/a', 1)).toMatchObject({ left: 0 });
  });

  it('remember what the request is told', async () => {
    const { taken } = await take('1');
    await slots.remember(taken!, 'another name');
    expect(await take('1')).toMatchObject({ before: 'another name' });
  });
});
