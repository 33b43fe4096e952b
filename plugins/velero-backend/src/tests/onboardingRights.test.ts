import {
  OnboardingFixture,
  tenant,
} from '../onboarding/__testUtils__/OnboardingFixture';

jest.setTimeout(60_000);

describe('rights to onboard', () => {
  let fixture: OnboardingFixture;

  beforeEach(async () => {
    fixture = await OnboardingFixture.start();
  });

  afterEach(() => fixture.stop());

  it('names the one that the portal lacks, and the bundle that grants it', async () => {
    fixture.sandbox.cluster('us').faults.set({ forbidden: ['schedules'] });
    const { body } = await fixture.plan();
    expect(body.refusals).toEqual([
      {
        code: 'right-missing',
        field: 'clusters[1].cluster',
        message:
          "What cluster 'us' holds cannot be read: The portal's account may not list schedules.velero.io in all namespaces",
        remedy:
          'An administrator of the cluster grants it with the bundle deploy/rbac/read-only',
      },
    ]);
  });

  it('has no cluster asked by those whose namespaces it is not about', async () => {
    const { requests } = fixture.sandbox.cluster('us');
    const asked = () => ({
      schedules: requests.get('list', 'schedules'),
      questions: requests.get('create', 'serverstatusrequests'),
    });
    const before = asked();
    const request = tenant();
    const { body } = await fixture.post(
      '/tenants/plan',
      { request },
      'visitor',
    );
    expect(body.refusals).toMatchObject([
      { code: 'namespace-unproven' },
      { code: 'namespace-unproven' },
    ]);
    expect(asked()).toEqual(before);
  });

  it('are asked for so many times in a minute', async () => {
    let status = 0;
    for (let attempt = 0; attempt <= 120 && status !== 429; attempt++) {
      const answer = await fixture.post(
        '/tenants/plan',
        { request: {} },
        'visitor',
      );
      status = answer.status;
    }
    expect(status).toBe(429);
    expect((await fixture.plan()).status).toBe(200);
  });
});
