import {
  OnboardingFixture,
  RIGHT,
  tenant,
  WRONG,
} from '../onboarding/__testUtils__/OnboardingFixture';

jest.setTimeout(60_000);

const SECRET = 'payments--credentials--v1';

/** The tenant `payments` for another owner, in a namespace of that owner, by the Secret that is there. */
function tenantOfShop(overrides: object = {}) {
  return tenant({
    owner: 'group:default/shop',
    storage: {
      provider: 'aws-s3',
      values: { region: 'eu-central-1' },
      credential: { existingSecret: { name: SECRET, key: 'cloud' } },
    },
    clusters: [{ cluster: 'eu', namespaces: ['shop'] }],
    ...overrides,
  });
}

describe('the name of a tenant', () => {
  let fixture: OnboardingFixture;

  beforeEach(async () => {
    fixture = await OnboardingFixture.start();
  });

  afterEach(() => fixture.stop());

  /** Onboards the tenant of `payments`, and leaves nothing of it but its Secrets. */
  async function leaveSecretsBehind() {
    const { body } = await fixture.onboard({ credentials: RIGHT });
    await fixture.ended(body.id);
    for (const { objects } of fixture.sandbox.clusters) {
      for (const resource of ['schedules', 'backupstoragelocations'] as const) {
        for (const { metadata } of objects.list(resource)) {
          if (metadata.name !== 'default') {
            objects.remove(resource, metadata.name, 'velero');
          }
        }
      }
    }
    expect(fixture.names('eu')).toEqual([
      'backupstoragelocations/default',
      `secrets/${SECRET}`,
    ]);
  }

  it('stays with its owner when nothing but a Secret is left, which nobody else gets to use', async () => {
    await leaveSecretsBehind();
    const request = tenantOfShop();
    const { status, body } = await fixture.onboard({ request }, 'shop-owner');
    expect(status).toBe(400);
    expect(body.error.refusals).toContainEqual({
      code: 'name-taken',
      field: 'tenant',
      message: "The tenant 'payments' belongs to somebody else",
      remedy: expect.stringContaining('takeOver'),
    });
    const claimed = await fixture.onboard(
      { request: tenantOfShop({ takeOver: true }) },
      'shop-owner',
    );
    expect(claimed.status).toBe(400);
    expect(fixture.names('eu')).not.toContain(
      'backupstoragelocations/payments--eu',
    );
  });

  it('serves its owner again', async () => {
    await leaveSecretsBehind();
    const { body } = await fixture.onboard({ credentials: RIGHT });
    expect(await fixture.ended(body.id)).toMatchObject({ state: 'succeeded' });
  });

  it('is given to another owner by an administrator who says so, for good', async () => {
    await leaveSecretsBehind();
    const { storage } = tenantOfShop();
    const request = tenantOfShop({
      storage: { ...storage, bucket: 'platform' },
      takeOver: true,
    });
    const { status, body } = await fixture.onboard({ request }, 'engineer');
    expect(body.error).toBeUndefined();
    expect(status).toBe(202);
    await fixture.ended(body.id);
    const { body: plan } = await fixture.plan();
    expect(plan.refusals).toContainEqual(
      expect.objectContaining({ code: 'name-taken', field: 'tenant' }),
    );
  });

  it('tells nothing of what its owner has to who asks in that name', async () => {
    const { body: operation } = await fixture.onboard({ credentials: RIGHT });
    await fixture.ended(operation.id);
    const request = tenant({
      clusters: [
        { cluster: 'eu', namespaces: ['shop'], prefix: 'us' },
        { cluster: 'us', namespaces: ['shop'], prefix: 'before' },
      ],
    });
    const plan = { request };
    const { body } = await fixture.post('/tenants/plan', plan, 'shop-owner');
    const taken = body.refusals.filter(({ code }: { code: string }) =>
      code.startsWith('place-'),
    );
    expect(JSON.stringify(taken)).toContain('somebody else');
    expect(JSON.stringify(taken)).not.toContain('velero/payments--');
    expect(body.warnings).not.toContainEqual(
      expect.objectContaining({ code: 'place-moves' }),
    );
  });

  it('is free again when all was taken back', async () => {
    const { body } = await fixture.onboard({ credentials: WRONG });
    expect(await fixture.ended(body.id)).toMatchObject({ state: 'failed' });
    const request = tenantOfShop({
      storage: {
        provider: 'aws-s3',
        values: { region: 'eu-central-1' },
        credential: { given: {} },
      },
    });
    const planned = await fixture.post(
      '/tenants/plan',
      { request },
      'shop-owner',
    );
    expect(planned.body.refusals).toEqual([]);
  });
});
