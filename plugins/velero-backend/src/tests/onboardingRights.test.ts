import { TenantPlanResponse } from 'backstage-plugin-velero-common';
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

  it('are not needed to plan for what only tells more of a server, which is said to be not known', async () => {
    const ofServers = ['zone-unknown', 'volumes-unknown', 'volumes-need'];
    const told = async () => {
      const { body } = await fixture.plan();
      expect(body.refusals).toEqual([]);
      return (body as TenantPlanResponse).warnings
        .filter(({ code }) => ofServers.includes(code))
        .map(({ code, field }) => `${code} ${field}`);
    };
    expect(await told()).toEqual([]);
    const { faults, objects } = fixture.sandbox.cluster('us');
    faults.set({ forbidden: ['deployments', 'daemonsets'] });
    expect((await told()).sort()).toEqual([
      'volumes-unknown clusters[1].cluster',
      'zone-unknown clusters[1].cluster',
    ]);
    faults.set({ forbidden: [] });
    objects.remove('daemonsets', 'node-agent', 'velero');
    expect(await told()).toEqual(['volumes-need clusters[1].cluster']);
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
