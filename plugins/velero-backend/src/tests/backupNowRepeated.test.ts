import { randomUUID } from 'node:crypto';
import {
  BACKUP_ANNOTATIONS,
  backupNameOf,
} from 'backstage-plugin-velero-common';
import { backup } from '../__testUtils__/paymentsFleet';
import { BackupNowFixture } from '../operations/__testUtils__/BackupNowFixture';

jest.setTimeout(60_000);

describe('back up now knows a request that comes again', () => {
  let fixture: BackupNowFixture;

  beforeEach(async () => {
    fixture = await BackupNowFixture.start();
  });

  afterEach(() => fixture?.stop());

  const requestId = randomUUID();

  it('also when it leaves to the portal what the portal had chosen, or names just that', async () => {
    const first = await fixture.backUp({ requestId });
    const named = { storageLocation: 'archive', veleroNamespace: 'velero' };
    const again = await fixture.backUp({ requestId, ...named });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(await fixture.backUp({ requestId })).toMatchObject({
      body: first.body,
    });
  });

  it.each([{ storageLocation: 'broken' }, { veleroNamespace: 'other' }])(
    'from another one that wants %j',
    async other => {
      const first = await fixture.backUp({ requestId });
      await expectOther(first.body.name, { requestId, ...other });
    },
  );

  it('from one that comes at the same moment and wants another location', async () => {
    fixture.cluster.objects.put('schedules', {
      metadata: { name: 'other', namespace: 'velero' },
      spec: {
        schedule: '0 2 * * *',
        paused: true,
        template: {
          includedNamespaces: ['payments'],
          storageLocation: 'somebody-elses',
        },
      },
    });
    await fixture.untilOptions(({ items }) =>
      expect(items[0].locations).toContainEqual(
        expect.objectContaining({ name: 'somebody-elses' }),
      ),
    );
    const answers = await Promise.all([
      fixture.backUp({ requestId, storageLocation: 'archive' }),
      fixture.backUp({ requestId, storageLocation: 'somebody-elses' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
    expect(fixture.backups()).toHaveLength(1);
  });

  it('also when it comes twice at once and its name is taken', async () => {
    const { cluster, proxy } = fixture;
    cluster.velero.stop();
    const now = Date.now();
    for (let second = 0; second < 60; second++) {
      const time = new Date(now + second * 1_000);
      const name = backupNameOf({
        entity: 'payments-api',
        cluster: 'eu',
        time,
      });
      cluster.objects.put('backups', backup(name));
    }
    const untilHeld = (count: number) =>
      fixture.untilOptions(() => expect(proxy.held).toBe(count));
    proxy.hold(/\/backups\/payments-api-eu-\d{14}$/);
    const first = fixture.backUp({ requestId }).then(response => response);
    await untilHeld(1);
    const second = fixture.backUp({ requestId }).then(response => response);
    await untilHeld(2);
    proxy.letOneGo();
    expect((await first).body.name).toMatch(/-2$/);
    // Names hold the second.
    await new Promise(resolve => setTimeout(resolve, 1_100));
    proxy.letGo();
    const answers = await Promise.all([first, second]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(answers.map(({ body }) => body.name)).size).toBe(1);
    expect(fixture.backups()).toHaveLength(61);
  });

  it('from one of another user, who may have taken the same id', async () => {
    const { cluster } = fixture;
    cluster.velero.stop();
    const now = Date.now();
    for (let second = 0; second < 60; second++) {
      const name = backupNameOf({
        entity: 'payments-api',
        cluster: 'eu',
        time: new Date(now + second * 1_000),
      });
      const taken = backup(name);
      cluster.objects.put('backups', {
        ...taken,
        metadata: {
          ...taken.metadata,
          annotations: {
            [BACKUP_ANNOTATIONS.requestId]: requestId,
            [BACKUP_ANNOTATIONS.requestedBy]: 'user:default/somebody-else',
          },
        },
      });
    }
    const { status, body } = await fixture.backUp({ requestId });
    expect(status).toBe(201);
    expect(body.name).toMatch(/-2$/);
    expect(fixture.backups()).toHaveLength(61);
  });

  it('from one for another entity', async () => {
    const first = await fixture.backUp({ requestId });
    await expectOther(first.body.name, { requestId }, 'payments-web');
  });

  async function expectOther(name: string, request: object, entity?: string) {
    const { status, body } = await fixture.backUp(request, undefined, entity);
    expect(body.error.message).toMatch(
      `'requestId' belongs to the request that made backup '${name}'; take a new one`,
    );
    expect(status).toBe(400);
    expect(fixture.backups()).toHaveLength(1);
  }
});
