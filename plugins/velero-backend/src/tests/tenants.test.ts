import { TenantSummary } from 'backstage-plugin-velero-common';
import { OtherPlugin } from '../__testUtils__/OtherPlugin';
import {
  OnboardingFixture,
  RIGHT,
  tenant,
} from '../onboarding/__testUtils__/OnboardingFixture';

jest.setTimeout(60_000);

const shop = tenant({
  tenant: 'shop',
  owner: 'group:default/shop',
  storage: {
    provider: 'aws-s3',
    values: { region: 'eu-central-1' },
    bucket: 'platform',
    credential: { given: {} },
  },
  clusters: [{ cluster: 'eu', namespaces: ['shop'] }],
});

function scheduleCounts(items: TenantSummary[]): string {
  return JSON.stringify(
    items.map(({ clusters }) =>
      clusters.map(({ schedules }) => schedules.length),
    ),
  );
}

describe('tenants', () => {
  const other = new OtherPlugin();
  let fixture: OnboardingFixture;

  beforeAll(async () => {
    fixture = await OnboardingFixture.start({
      features: [other.feature],
    });
    const { body } = await fixture.onboard({ credentials: RIGHT });
    await fixture.ended(body.id);
    const order = { request: shop, credentials: RIGHT };
    await fixture.onboard(order, 'shop-owner');
    await fixture.eventually('/tenants', 'engineer', ({ body: all }) => {
      if (scheduleCounts(all.items) !== '[[4,4],[4]]') {
        throw new Error('Not all is collected yet');
      }
    });
  });

  afterAll(() => fixture.stop());

  const namesOf = ({ items }: { items: { tenant: string }[] }) =>
    items.map(item => item.tenant);

  it('tells its owner of a tenant', async () => {
    const { status, body } = await fixture.get('/tenants');
    expect(status).toBe(200);
    expect(body).toMatchObject({ isComplete: true, pageInfo: {} });
    expect(namesOf(body)).toEqual(['payments']);
    const [{ clusters, ...item }] = body.items;
    expect(item).toEqual({
      tenant: 'payments',
      owner: 'group:default/payments',
      scope: 'tenant',
    });
    expect(clusters[0]).toMatchObject({
      cluster: 'eu',
      veleroNamespace: 'velero',
      namespaces: ['payments'],
    });
    expect(clusters[0].locations).toMatchObject([
      {
        name: 'payments--eu',
        provider: 'aws',
        service: 'aws-s3',
        region: 'eu-central-1',
        bucket: 'payments-backups',
        prefix: 'eu',
        accessMode: 'ReadWrite',
        phase: 'Available',
      },
      { name: 'payments--us', prefix: 'us', accessMode: 'ReadOnly' },
    ]);
  });

  it.each([
    ['shop-owner', ['shop']],
    ['visitor', []],
    ['engineer', ['payments', 'shop']],
  ])('tells %s of %j', async (user, names) => {
    expect(namesOf((await fixture.get('/tenants', user)).body)).toEqual(names);
  });

  it('tells other plugins of all, page by page', async () => {
    const { velero, credentials } = other;
    const first = await velero.getTenants({ limit: 1 }, { credentials });
    expect(namesOf(first)).toEqual(['payments']);
    const cursor = first.pageInfo.nextCursor;
    const second = await velero.getTenants(
      { limit: 1, cursor },
      { credentials },
    );
    expect(namesOf(second)).toEqual(['shop']);
    expect(second.pageInfo.nextCursor).toBeUndefined();
  });

  it.each(['limit=0', 'limit=201', 'cursor=nonsense'])(
    'refuses %s',
    async query => {
      expect((await fixture.get(`/tenants?${query}`)).status).toBe(400);
    },
  );

  it('leaves out what a mark and an annotation name two owners for', async () => {
    const { objects } = fixture.sandbox.cluster('us');
    const [schedule] = objects.list('schedules');
    objects.put('schedules', {
      ...schedule,
      metadata: {
        ...schedule.metadata,
        name: 'forged',
        annotations: { 'backstage.io/owner': 'group:default/shop' },
      },
    });
    objects.put('schedules', {
      ...schedule,
      metadata: { ...schedule.metadata, name: 'own' },
    });
    const { body } = await fixture.eventually(
      '/tenants',
      'engineer',
      response => expect(JSON.stringify(response.body)).toContain('"own"'),
    );
    expect(JSON.stringify(body)).not.toContain('"forged"');
    expect(namesOf(body)).toEqual(['payments', 'shop']);
  });

  it('goes on telling of a cluster that is down', async () => {
    fixture.sandbox.cluster('eu').faults.set({ down: true });
    const { body } = await fixture.eventually(
      '/clusters',
      'engineer',
      response => expect(response.body.items[0].state).not.toBe('live'),
    );
    expect(body.items[0].name).toBe('eu');
    const { body: still } = await fixture.get('/tenants', 'engineer');
    expect(still.isComplete).toBe(true);
    expect(namesOf(still)).toEqual(['payments', 'shop']);
  });
});
