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
        },
      ],
      readers: [{ cluster: 'us', name: 'payments--eu' }],
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

  it('lets administrators have every location checked', async () => {
    const { status } = await fixture.post(PLATFORMS, {}, 'engineer');
    expect(status).toBe(200);
  });
});
