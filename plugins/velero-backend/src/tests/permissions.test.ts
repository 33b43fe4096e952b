import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createVeleroNamespaceConditionalDecision,
  veleroNamespaceConditions,
} from '../access/conditionExports';
import { veleroBackupReadPermission } from 'backstage-plugin-velero-common';
import {
  BACKUPS,
  PaymentsFleet,
  startPaymentsFleet,
} from '../__testUtils__/paymentsFleet';

const DETAILS = '/clusters/eu/backups/velero/first';

describe('the permission policy', () => {
  let fleet: PaymentsFleet | undefined;

  afterEach(() => fleet?.stop());

  async function startWith(decision: PolicyDecision) {
    const decide: PermissionsService['authorizeConditional'] = async requests =>
      requests.map(() => decision);
    fleet = await startPaymentsFleet({ decide });
    return fleet.portal;
  }

  const inCluster = (cluster: string) =>
    createVeleroNamespaceConditionalDecision(
      veleroBackupReadPermission,
      veleroNamespaceConditions.inCluster({ clusters: [cluster] }),
    );

  it.each<[string, PolicyDecision]>([
    ['allows', { result: AuthorizeResult.ALLOW }],
    ['allows on a condition that holds', inCluster('eu')],
  ])('%s what is proven', async (_, decision) => {
    const portal = await startWith(decision);
    await portal.eventually(BACKUPS, 'payments-owner', ({ body }) =>
      expect(body.items).toHaveLength(1),
    );
    expect((await portal.get(DETAILS, 'payments-owner')).status).toBe(200);
    expect((await portal.get(BACKUPS, 'shop-owner')).status).toBe(403);
  });

  it.each<[string, PolicyDecision]>([
    ['denies', { result: AuthorizeResult.DENY }],
    ['denies where its condition does not hold', inCluster('us')],
  ])('%s even what is proven', async (_, decision) => {
    const portal = await startWith(decision);
    await portal.eventually(BACKUPS, 'payments-owner', ({ body }) =>
      expect(body.error?.message).toMatch(/permission velero\.backup\.read/),
    );
    const { status } = await portal.get(DETAILS, 'payments-owner');
    expect([403, 404]).toContain(status);
  });

  const NAMESPACES = '/tenants/namespaces?owner=group%3Adefault%2Fpayments';

  it('leaves of what an owner could have backed up what its condition lets through', async () => {
    const portal = await startWith(inCluster('us'));
    const { body } = await portal.eventually(
      NAMESPACES,
      'payments-owner',
      response => expect(response.body.items[0].others).toBeGreaterThan(0),
    );
    expect(body.items[0]).toMatchObject({ name: 'eu', namespaces: [] });
    expect(body.items[0].unavailable).toContainEqual({
      namespace: 'payments',
      reason: 'not-allowed',
      message: 'You lack the permission velero.tenant.onboard here',
    });
  });

  it('keeps from those who may not onboard what an owner could have backed up', async () => {
    const portal = await startWith({ result: AuthorizeResult.DENY });
    const { status, body } = await portal.get(NAMESPACES, 'payments-owner');
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/permission velero\.tenant\.onboard/);
  });
});
