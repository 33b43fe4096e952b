import { randomUUID } from 'node:crypto';
import { BackupNowFixture } from '../operations/__testUtils__/BackupNowFixture';

jest.setTimeout(60_000);

describe('back up now, when an answer is lost,', () => {
  let fixture: BackupNowFixture;

  beforeEach(async () => {
    fixture = await BackupNowFixture.start();
  });

  afterEach(() => fixture?.stop());

  const requestId = randomUUID();

  it('looks by name, and finds what was made', async () => {
    fixture.proxy.lose('answer');
    const { status, body } = await fixture.backUp();
    expect(status).toBe(201);
    expect(fixture.backups()).toHaveLength(1);
    expect(fixture.backups()[0].metadata.name).toBe(body.name);
  });

  it('looks by name, and sends again what did not arrive', async () => {
    fixture.proxy.lose('request');
    expect((await fixture.backUp()).status).toBe(201);
    expect(fixture.backups()).toHaveLength(1);
  });

  it('says that it is not known, and what to look for; the same request then finds it', async () => {
    fixture.proxy.lose('everything-after');
    const unclear = await fixture.backUp({ requestId });
    expect(unclear.status).toBe(504);
    const [{ metadata }] = fixture.backups();
    expect(unclear.body.error).toMatchObject({
      reason: 'not-known',
      backup: {
        cluster: 'eu',
        veleroNamespace: 'velero',
        name: metadata.name,
      },
      message: expect.stringContaining(
        `kubectl --context eu --namespace velero get backups.velero.io ${metadata.name}`,
      ),
    });
    expect(fixture.auditor.events).toMatchObject([{ outcome: 'fail' }]);

    expect((await fixture.backUp({ requestId })).body.error).toMatchObject({
      reason: 'not-known',
    });
    fixture.proxy.recover();
    await fixture.untilOptions(({ clusters, quota }) => {
      expect(clusters).toMatchObject([{ state: 'live' }]);
      expect(quota.left).toBe(5);
    });
    const again = await fixture.backUp({ requestId });
    expect(again.status).toBe(201);
    expect(again.body.name).toBe(metadata.name);
    expect(fixture.backups()).toHaveLength(1);
  });

  it('between browser and portal, the same request makes nothing new', async () => {
    const answers = await Promise.all([
      fixture.backUp({ requestId }),
      fixture.backUp({ requestId }),
    ]);
    answers.push(await fixture.backUp({ requestId }));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.name)).size).toBe(1);
    expect(fixture.backups()).toHaveLength(1);
    const other = await fixture.backUp({ requestId, keepFor: '1h' });
    expect(other.status).toBe(400);
    expect(other.body.error.message).toMatch(/take a new one/);
  });
});
