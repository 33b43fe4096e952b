import {
  OnboardingFixture,
  RIGHT,
} from '../onboarding/__testUtils__/OnboardingFixture';

jest.setTimeout(60_000);

const TENANTS = '/locations/eu/velero/payments--eu/verify';
const PLATFORMS = '/locations/eu/velero/default/verify';

describe('storage', () => {
  let fixture: OnboardingFixture;

  beforeAll(async () => {
    fixture = await OnboardingFixture.start();
    const { body } = await fixture.onboard({ credentials: RIGHT });
    await fixture.ended(body.id);
    await fixture.untilPlaces(3);
  });

  afterAll(() => fixture.stop());

  it('lists each place once, with its writer and its readers', async () => {
    const { status, body } = await fixture.get('/locations', 'engineer');
    expect(status).toBe(200);
    const [ofEu] = body.items.filter(
      ({ prefix }: { prefix: string }) => prefix === 'eu',
    );
    expect(ofEu).toMatchObject({
      provider: 'aws',
      service: 'aws-s3',
      bucket: 'payments-backups',
      writers: [
        {
          cluster: 'eu',
          name: 'payments--eu',
          phase: 'Available',
          accessMode: 'ReadWrite',
          backups: 0,
          schedules: 4,
        },
      ],
      readers: [{ cluster: 'us', name: 'payments--eu', schedules: 0 }],
    });
  });

  it('tells page by page what it tells at once', async () => {
    const whole = await fixture.get('/locations?limit=200', 'engineer');
    expect(whole.body.pageInfo).toEqual({});
    const items: object[] = [];
    let next = '';
    do {
      const path = `/locations?limit=1${next && `&cursor=${next}`}`;
      const { body } = await fixture.get(path, 'engineer');
      expect(body.items).toHaveLength(1);
      items.push(...body.items);
      next = body.pageInfo.nextCursor ?? '';
    } while (next);
    expect(items).toEqual(whole.body.items);
  });

  it.each(['limit=0', 'limit=201', 'limit=all', 'cursor=none'])(
    'refuses %s',
    async query => {
      const { status } = await fixture.get(`/locations?${query}`, 'engineer');
      expect(status).toBe(400);
    },
  );

  it('says how many backups a place has once Velero has looked', async () => {
    await fixture.eventually('/locations', 'engineer', ({ body }) => {
      const [ofEu] = body.items.filter(
        ({ prefix }: { prefix: string }) => prefix === 'eu',
      );
      expect(ofEu.backups).toBe(0);
    });
  });

  it('shows a mistake: two clusters that write to one place', async () => {
    const { body } = await fixture.get('/locations', 'engineer');
    const [shared] = body.items.filter(
      ({ bucket }: { bucket: string }) => bucket === 'platform',
    );
    expect(
      shared.writers.map(({ cluster }: { cluster: string }) => cluster).sort(),
    ).toEqual(['eu', 'us']);
  });

  it('shows one place once, however its address is written', async () => {
    const put = (cluster: string, name: string, s3Url?: string) =>
      fixture.sandbox.cluster(cluster).objects.put('backupstoragelocations', {
        metadata: { name, namespace: 'velero' },
        spec: {
          provider: 'aws',
          objectStorage: { bucket: 'one-bucket', prefix: 'p' },
          config: { region: 'eu-central-1', ...(s3Url && { s3Url }) },
        },
      });
    put('eu', 'plain');
    put('us', 'written', 'https://s3.dualstack.eu-central-1.amazonaws.com');
    let writers: string[][] = [];
    await fixture.eventually('/locations', 'engineer', ({ body }) => {
      writers = body.items
        .filter(({ bucket }: { bucket: string }) => bucket === 'one-bucket')
        .map(({ writers: uses }: { writers: Array<{ name: string }> }) =>
          uses.map(({ name }) => name).sort(),
        );
      expect(writers.flat()).toHaveLength(2);
    });
    expect(writers).toEqual([['plain', 'written']]);
  });

  it('shows everybody’s storage to administrators only', async () => {
    const { status, body } = await fixture.get('/locations');
    expect(status).toBe(403);
    expect(body.error.message).toContain('Only administrators see');
  });

  it('has Velero check a location, and tells what it says', async () => {
    const { status, body } = await fixture.post(TENANTS, {});
    expect(status).toBe(200);
    expect(body).toEqual({
      phase: 'Available',
      checkedAt: expect.stringMatching(/^20\d\d-/),
    });
  });

  it.each([
    ['one that is not theirs', PLATFORMS, 'payments-owner'],
    ['one of somebody else', TENANTS, 'shop-owner'],
    ['one that is not there', '/locations/eu/velero/no/verify', 'engineer'],
    ['one in no cluster', '/locations/no/velero/default/verify', 'engineer'],
  ])('refuses to have %s checked', async (_, path, user) => {
    const { status, body } = await fixture.post(path, {}, user);
    expect(status).toBe(404);
    expect(body.error.message).toMatch(/^No storage location '/);
  });

  it('tells a stranger nothing of which locations there are', async () => {
    const answerTo = async (name: string) => {
      const path = `/locations/eu/velero/${name}/verify`;
      const { status, body } = await fixture.post(path, {}, 'visitor');
      return [status, body.error.message.replaceAll(name, '…')];
    };
    expect(await answerTo('default')).toEqual(await answerTo('nowhere'));
  });

  it('has no more checked for one person than 30 in a minute', async () => {
    const path = '/locations/no/velero/default/verify';
    const statuses = [];
    for (let count = 0; count < 31; count++) {
      statuses.push((await fixture.post(path, {}, 'other-engineer')).status);
    }
    expect(statuses.slice(0, -1)).not.toContain(429);
    expect(statuses.at(-1)).toBe(429);
  });

  it('lets administrators have every location checked', async () => {
    const { status } = await fixture.post(PLATFORMS, {}, 'engineer');
    expect(status).toBe(200);
  });
});
