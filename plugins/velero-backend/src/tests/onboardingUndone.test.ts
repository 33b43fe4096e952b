import {
  OnboardingFixture,
  RIGHT,
  tenant,
} from '../onboarding/__testUtils__/OnboardingFixture';

jest.setTimeout(60_000);

describe('onboarding that is taken back', () => {
  let fixture: OnboardingFixture;

  beforeEach(async () => {
    fixture = await OnboardingFixture.start();
  });

  afterEach(() => fixture.stop());

  it('leaves no backups behind of a location that it has made', async () => {
    const { body: first } = await fixture.onboard({
      request: tenant({
        clusters: [{ cluster: 'eu', namespaces: ['payments'] }],
        firstBackup: true,
      }),
      credentials: RIGHT,
    });
    expect((await fixture.ended(first.id)).state).toBe('succeeded');
    const us = fixture.sandbox.cluster('us');
    const { body: plan } = await fixture.plan();
    const { body: second } = await fixture.onboard({
      credentials: RIGHT,
      accepted: plan.digest,
    });
    // Somebody is faster, so that the last schedule cannot be made.
    us.objects.put('schedules', {
      metadata: { name: 'payments--us--volumes', namespace: 'velero' },
      spec: { schedule: '1 1 * * *', template: {} },
    });
    const { clusters } = await fixture.ended(second.id);
    expect(clusters[1]).toMatchObject({ cluster: 'us', state: 'undone' });
    expect(fixture.names('us')).toEqual([
      'backupstoragelocations/default',
      'schedules/payments--us--volumes',
    ]);
    expect(us.objects.list('backups')).toEqual([]);
  });
});
