import { TenantNamespaces } from 'backstage-plugin-velero-common';
import { OnboardingFixture } from '../onboarding/__testUtils__/OnboardingFixture';

jest.setTimeout(60_000);

/** What is told of a cluster, in short. */
function offerOf({ name, namespaces, unavailable, others }: TenantNamespaces) {
  const reasons = unavailable.map(
    ({ namespace, reason }) => `${namespace}: ${reason}`,
  );
  return [name, namespaces, reasons, others];
}

describe('namespaces to choose from for onboarding', () => {
  let fixture: OnboardingFixture;

  beforeEach(async () => {
    fixture = await OnboardingFixture.start();
  });

  afterEach(() => fixture.stop());

  const wishes = ['shop: not-proven', 'not-there: not-proven'];

  const forbidden = ['shop: not-member', 'not-there: not-member'];

  it.each([
    ['payments-owner', 'group:default/payments', 'payments', [], wishes, 4],
    [
      'payments-owner',
      'group:default/shop',
      undefined,
      ['payments: other-owner'],
      ['payments: other-owner'],
      4,
    ],
    [
      'visitor',
      'group:default/payments',
      undefined,
      ['payments: not-member'],
      forbidden,
      5,
    ],
  ])(
    'tells %s what of %s can be chosen, what cannot and why, and of others only how many',
    async (user, owner, chosen, inEu, inUs, others) => {
      const path = `/tenants/namespaces?owner=${encodeURIComponent(owner)}`;
      const { status, body } = await fixture.get(path, user);
      expect(status).toBe(200);
      expect(body.items.map(offerOf)).toEqual([
        ['eu', chosen ? [chosen] : [], inEu, others],
        ['us', chosen ? [chosen] : [], inUs, others],
      ]);
      expect((await fixture.get('/tenants/namespaces', user)).status).toBe(400);
    },
  );

  it('tells administrators of all namespaces whose they are, and how the others are proven', async () => {
    const path = '/tenants/namespaces?owner=payments';
    const { body } = await fixture.get(path, 'engineer');
    const [eu] = body.items;
    expect(eu).toMatchObject({ namespaces: ['payments'], others: 0 });
    expect(eu.unavailable).toContainEqual({
      namespace: 'shop',
      reason: 'other-owner',
      message: 'It is proven to be of group:default/shop',
      owners: ['group:default/shop'],
    });
    expect(eu.unavailable).toContainEqual(
      expect.objectContaining({
        namespace: 'velero',
        reason: 'not-proven',
        howToProve:
          'kubectl --context eu annotate namespace velero backstage.io/owner=group:default/payments',
      }),
    );
  });
});
