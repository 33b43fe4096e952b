import { randomUUID } from 'node:crypto';
import { BackupNowFixture } from '../operations/__testUtils__/BackupNowFixture';

jest.setTimeout(60_000);

describe('back up now counts', () => {
  let fixture: BackupNowFixture;

  const start = async (
    options?: Parameters<typeof BackupNowFixture.start>[0],
  ) => {
    fixture = await BackupNowFixture.start(options);
  };

  afterEach(() => fixture?.stop());

  it('for each user, also when requests come at once, and says when the next is possible', async () => {
    await start({ settings: { backupNow: { perUserAndHour: 1 } } });
    const answers = await Promise.all([fixture.backUp(), fixture.backUp()]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 429]);
    const refused = answers.find(({ status }) => status === 429)!;
    const { error } = refused.body;
    expect(error.reason).toBe('limit-reached');
    expect(error.message).toContain(`possible at ${error.possibleAt}`);
    expect(fixture.backups()).toHaveLength(1);
    const { body } = await fixture.options();
    expect(body.quota).toEqual({
      limit: 1,
      left: 0,
      nextAt: error.possibleAt,
    });
    expect((await fixture.backUp({}, 'engineer')).status).toBe(201);
  });

  it('what a request makes whose double was broken off', async () => {
    await start();
    const requestId = randomUUID();
    const untilHeld = (count: number) =>
      fixture.untilOptions(() => expect(fixture.proxy.held).toBe(count));
    fixture.proxy.hold(/backupstoragelocations\/archive/);
    const first = fixture.backUp({ requestId });
    const firstEnd = first.catch((error: Error) => error.message);
    await untilHeld(1);
    const second = fixture.backUp({ requestId }).then(response => response);
    await untilHeld(2);
    first.abort();
    expect(await firstEnd).toMatch(/abort/i);
    await fixture.untilOptions(() =>
      expect(fixture.auditor.events).toMatchObject([
        { outcome: 'fail' },
        { eventId: 'backup-mutate' },
      ]),
    );
    fixture.proxy.letGo();
    expect((await second).status).toBe(201);
    expect(fixture.backups()).toHaveLength(1);
    const { body } = await fixture.options();
    expect(body.quota.left).toBe(5);
  });
});
