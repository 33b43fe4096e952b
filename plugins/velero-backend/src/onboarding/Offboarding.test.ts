import {
  MANAGED_BY,
  TENANT_LABELS,
  tenantMarksOf,
} from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../clusters/ClusterConnection';
import { Stores } from '../store/Stores';
import { Offboarding } from './Offboarding';
import { toOffboardingPlan } from './toOffboardingPlan';

const OWNER = 'group:default/payments';
const EXPIRATION = '2026-12-29T02:00:00.000Z';

const SETTINGS = {
  ...{ portal: 'portal', privateHosts: [], plainHttpHosts: [] },
  ...{ excludedNamespaces: [], sharedSecrets: [] },
  serverIdentityForTenants: false,
};

function scheduleObject() {
  const marks = tenantMarksOf({ tenant: 'payments', owner: OWNER }, SETTINGS);
  return {
    metadata: {
      ...{ name: 'payments--eu--all', namespace: 'velero' },
      labels: {
        [TENANT_LABELS.managedBy]: MANAGED_BY,
        [TENANT_LABELS.tenant]: marks.tenant,
        [TENANT_LABELS.portal]: marks.portal,
        [TENANT_LABELS.owner]: marks.owner,
      },
      annotations: { 'backstage.io/owner': OWNER },
    },
    spec: { schedule: '0 2 * * *', template: {} },
  };
}

/** What offboarding says of the schedule of a cluster that answers. */
async function planned(options: {
  status?: object;
  backups?: object[];
  isComplete?: boolean;
}) {
  const connection = {
    list: async ({ resource }: { resource: string }) => ({
      items: resource === 'schedules' ? [scheduleObject()] : [],
    }),
  } as unknown as ClusterConnection;
  const offboarding = new Offboarding({
    registry: {
      current: () => [{ name: 'eu', source: 'test', connection }],
      isComplete: () => options.isComplete ?? true,
      subscribe: () => () => {},
    },
    settings: SETTINGS,
    stores: {
      clusters: {
        find: async () =>
          options.status ? [{ name: 'eu', ...options.status }] : [],
      },
      operations: { findRecent: async () => [] },
      tenants: {
        objectsNamed: async () => [
          {
            ...{ cluster: 'eu', namespace: 'velero' },
            ...{ name: 'payments--eu--all', resource: 'schedules' },
            doc: JSON.stringify(scheduleObject()),
          },
        ],
      },
      queries: {
        newestOf: async () =>
          (options.backups ?? []).map(status => ({
            doc: JSON.stringify({ status }),
          })),
      },
    } as unknown as Stores,
  });
  const { task } = await offboarding.draft('payments', {
    userRef: 'user:default/a',
    ownershipRefs: [OWNER],
    administrator: false,
  });
  return toOffboardingPlan('payments', task).clusters[0].schedules[0];
}

describe('Offboarding', () => {
  const live = { state: 'live', attended: true, syncedAt: 1 };
  const stale = { state: 'stale', attended: true, syncedAt: 1 };
  const key = { veleroNamespace: 'velero', name: 'payments--eu--all' };

  it.each([
    [
      'a cluster that is read',
      { status: live, backups: [{ expiration: EXPIRATION }] },
      { lastExpires: EXPIRATION },
    ],
    ['one that is read and has no backups', { status: live }, {}],
    ['one that was never read', {}, { backupsUnknown: true }],
    [
      'one that is not read any more',
      { status: stale },
      { backupsUnknown: true },
    ],
    [
      'one that nobody reads at the moment',
      { status: { ...live, attended: false } },
      { backupsUnknown: true },
    ],
    [
      'one that is not read any more, of which a backup is known',
      { status: stale, backups: [{ expiration: EXPIRATION }] },
      { lastExpires: EXPIRATION },
    ],
  ])('of %s tells what is known of backups', async (_title, options, told) => {
    expect(await planned(options)).toEqual({ ...key, ...told });
  });

  it('passes over no cluster that is not known yet', async () => {
    await expect(planned({ isComplete: false })).rejects.toThrow(
      'It is not known yet which clusters there are',
    );
  });
});
