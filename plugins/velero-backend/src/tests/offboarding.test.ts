import {
  OnboardingFixture,
  RIGHT,
  tenant,
} from '../onboarding/__testUtils__/OnboardingFixture';

jest.setTimeout(60_000);

describe('offboarding', () => {
  let fixture: OnboardingFixture;

  beforeEach(async () => {
    fixture = await OnboardingFixture.start();
  });

  afterEach(() => fixture.stop());

  it('pauses the schedules of a tenant, keeps its backups, and says until when they live', async () => {
    const request = tenant({ firstBackup: true });
    const { body: first } = await fixture.onboard({
      request,
      credentials: RIGHT,
    });
    await fixture.ended(first.id);
    const backup = `payments--eu--all-first-${first.id.slice(0, 8)}`;
    await fixture.untilBackup('eu', backup);
    await fixture.untilCollected(backup);
    const path = '/tenants/payments/offboard';
    expect((await fixture.post(path, {}, 'shop-owner')).status).toBe(404);
    const { status, body } = await fixture.post(path, {});
    expect(status).toBe(202);
    const operation = await fixture.ended(body.id);
    expect(operation).toMatchObject({
      kind: 'offboard',
      state: 'succeeded',
      clusters: [
        { cluster: 'eu', state: 'applied' },
        { cluster: 'us', state: 'applied' },
      ],
    });
    expect(operation.clusters[0].steps[0]).toMatchObject({
      title: 'Pause schedule payments--eu--all',
      message: expect.stringMatching(
        /^Its backups stay; the last one expires at 20..-/,
      ),
    });
    expect(fixture.paused('eu')).toEqual([true, true, true, true]);
    const { body: again } = await fixture.post(path, {});
    expect(
      (await fixture.ended(again.id)).clusters.map(({ state }) => state),
    ).toEqual(['unchanged', 'unchanged']);
  });

  it('has paused schedules run again when the tenant comes back', async () => {
    const { body: first } = await fixture.onboard({ credentials: RIGHT });
    await fixture.ended(first.id);
    const { body: paused } = await fixture.post(
      '/tenants/payments/offboard',
      {},
    );
    await fixture.ended(paused.id);
    const { body: plan } = await fixture.plan();
    expect(
      plan.changes.filter(
        ({ change }: { change: string }) => change === 'change',
      ).length,
    ).toBe(8);
    const { body: back } = await fixture.onboard({
      credentials: RIGHT,
      accepted: plan.digest,
    });
    expect(await fixture.ended(back.id)).toMatchObject({ state: 'succeeded' });
    expect(fixture.paused('eu')).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('pauses also what an operation has made while it was found out what there is', async () => {
    const [eu, us] = ['eu', 'us'].map(cluster =>
      tenant({ clusters: [{ cluster, namespaces: ['payments'] }] }),
    );
    const { body: first } = await fixture.onboard({
      request: eu,
      credentials: RIGHT,
    });
    await fixture.ended(first.id);
    const { body: second } = await fixture.onboard({
      request: us,
      credentials: RIGHT,
    });
    // Long enough for the second operation to end meanwhile.
    const { faults } = fixture.sandbox.cluster('eu');
    faults.set({ slow: 3_000 });
    const { status, body } = await fixture.post(
      '/tenants/payments/offboard',
      {},
    );
    faults.set({ slow: undefined });
    expect(await fixture.ended(second.id)).toMatchObject({
      state: 'succeeded',
    });
    expect(status).toBe(202);
    expect(await fixture.ended(body.id)).toMatchObject({ state: 'succeeded' });
    expect(fixture.paused('eu')).toEqual([true, true, true, true]);
    expect(fixture.paused('us')).toEqual([true, true, true, true]);
  });
});
