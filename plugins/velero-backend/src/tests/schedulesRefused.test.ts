import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { BackupNowFixture } from '../operations/__testUtils__/BackupNowFixture';

jest.setTimeout(60_000);

describe('a schedule of an entity', () => {
  let fixture: BackupNowFixture;

  beforeEach(async () => {
    fixture = await BackupNowFixture.start();
  });

  afterEach(() => fixture?.stop());

  const made = () =>
    fixture.cluster.objects
      .list('schedules')
      .filter(({ metadata }) => !metadata.name.startsWith('to-'));

  it.each([
    ['a cron that Velero refuses', { cron: '0 2 * *' }, 400, /'cron': Velero/],
    ['a day that never comes', { cron: '0 2 30 2 *' }, 400, /never comes true/],
    ['a run each second', { cron: '@every 1s' }, 400, /15 minutes/],
    ['runs in a hurry', { cron: '0,1 * * * *' }, 400, /15 minutes/],
    ['many runs at night', { cron: '* 3 * * *' }, 400, /15 minutes/],
    ['days', { keepFor: '30d' }, 400, /'keepFor': .*720h/],
    ['too short a time', { keepFor: '5m' }, 400, /at least 1h/],
    ['a long name', { name: 'seventeen-letters' }, 400, /at most 16 small/],
    ['a broken name', { name: 'a--b' }, 400, /single dashes/],
    ['Velero itself', { namespaces: ['velero'] }, 400, /itself works in/],
    [
      'what is read-only',
      { storageLocation: 'copy' },
      409,
      /^No schedule was made: .*read-only/,
    ],
    [
      'what is broken',
      { storageLocation: 'broken' },
      409,
      /^No schedule was made: .*Unavailable/,
    ],
    [
      'somebody else’s bucket',
      { storageLocation: 'somebody-elses' },
      400,
      /can go to: archive/,
    ],
    ['a namespace of others', { namespaces: ['shop'] }, 403, /shop/],
    [
      'an unproven one',
      { namespaces: ['payments', 'unmarked'] },
      403,
      /unmarked/,
    ],
    [
      'an unclaimed one',
      { namespaces: ['default'] },
      403,
      /^No schedule was made: .*does not claim/,
    ],
    ['another cluster', { cluster: 'mars' }, 403, /does not claim/],
    [
      'keys of a spec',
      { spec: { template: {} } },
      400,
      /additional properties/,
    ],
  ])('is refused with %s', async (_, request, status, message) => {
    const response = await fixture.schedule(request);
    expect(response.body.error?.message).toMatch(message);
    expect(response.status).toBe(status);
    expect(made()).toEqual([]);
  });

  it('is refused to others', async () => {
    expect((await fixture.schedule({}, 'shop-owner')).status).toBe(403);
    expect(made()).toEqual([]);
  });
});

describe('rights to make a schedule', () => {
  let fixture: BackupNowFixture;

  const start = async (
    options?: Parameters<typeof BackupNowFixture.start>[0],
  ) => {
    fixture = await BackupNowFixture.start(options);
  };

  afterEach(() => fixture?.stop());

  it('names the right that the portal’s account lacks', async () => {
    await start({ readOnly: true });
    const { status, body } = await fixture.schedule();
    expect(status).toBe(502);
    expect(body.error).toMatchObject({
      reason: 'right-missing',
      message: `The portal's account may not create schedules.velero.io in namespace velero of cluster 'eu'. An administrator of the cluster grants it with the bundle deploy/rbac/onboard`,
    });
  });

  it('takes the permission of its own', async () => {
    await start({
      decide: async requests =>
        requests.map(({ permission }) => ({
          result:
            permission.name === 'velero.schedule.create'
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        })),
    });
    const { status, body } = await fixture.schedule();
    expect(status).toBe(403);
    expect(body.error.message).toMatch(
      /you lack the permission velero\.schedule\.create/i,
    );
    expect((await fixture.backUp()).status).toBe(201);
  });
});
