import {
  OnboardingFixture,
  RIGHT,
  tenant,
} from '../onboarding/__testUtils__/OnboardingFixture';

jest.setTimeout(60_000);

/** A tenant of one cluster that writes to the same place as all others. */
function oneIn(cluster: string) {
  return tenant({
    tenant: `pay-${cluster}`,
    clusters: [{ cluster, namespaces: ['payments'], prefix: 'same' }],
    storage: {
      provider: 'aws-s3',
      values: { region: 'eu-central-1' },
      bucket: 'payments-backups',
      credential: { given: {} },
    },
  });
}

describe('tenants that are onboarded at the same time', () => {
  let fixture: OnboardingFixture;

  beforeEach(async () => {
    fixture = await OnboardingFixture.start();
  });

  afterEach(() => fixture.stop());

  it('have one writer for a place, also when one of them takes its time to look', async () => {
    const { faults } = fixture.sandbox.cluster('eu');
    faults.set({ slow: 2_000 });
    const slow = fixture.onboard({ request: oneIn('eu'), credentials: RIGHT });
    // Sent at once: supertest sends nothing before somebody waits for it.
    const slowAnswer = slow.then(answer => answer);
    const fast = await fixture.onboard({
      request: oneIn('us'),
      credentials: RIGHT,
    });
    expect((await fixture.ended(fast.body.id)).state).toBe('succeeded');
    const { status, body } = await slowAnswer;
    faults.set({ slow: undefined });
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringContaining("Prefix 'same' of bucket 'payments-backups'"),
    ]);
    expect(fixture.names('eu')).toEqual(['backupstoragelocations/default']);
    // What was refused keeps nobody from anything.
    const elsewhere = { cluster: 'eu', namespaces: ['payments'] };
    const { status: free } = await fixture.onboard({
      request: { ...oneIn('eu'), clusters: [elsewhere] },
      credentials: RIGHT,
    });
    expect(free).toBe(202);
  });
});
