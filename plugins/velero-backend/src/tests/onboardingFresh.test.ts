import { Refusal } from 'backstage-plugin-velero-common';
import {
  OnboardingFixture,
  populateNamespaces,
  RIGHT,
  tenant,
} from '../onboarding/__testUtils__/OnboardingFixture';

jest.setTimeout(60_000);

/** Velero is installed in both, and nobody has made an object of it yet. */
const FRESH = [
  { name: 'eu', populate: populateNamespaces },
  {
    name: 'us',
    veleroNamespace: 'backup-system',
    populate: populateNamespaces,
  },
];

/** The same tenant, with the Velero namespace of `us` named so. */
function tenantAt(veleroNamespace?: string) {
  return tenant({
    clusters: [
      { cluster: 'eu', namespaces: ['payments'] },
      {
        cluster: 'us',
        namespaces: ['payments'],
        ...(veleroNamespace && { veleroNamespace }),
      },
    ],
  });
}

describe('onboarding by a fresh Velero', () => {
  let fixture: OnboardingFixture;

  async function start(options: { veleroNamespaces?: string[] } = {}) {
    fixture = await OnboardingFixture.start({ clusters: FRESH, ...options });
  }

  afterEach(() => fixture.stop());

  async function refusalsAt(veleroNamespace?: string): Promise<Refusal[]> {
    const { body } = await fixture.plan(tenantAt(veleroNamespace));
    return body.refusals;
  }

  it('makes all that was planned, in the usual namespace and in one that is named, and sees it afterwards', async () => {
    await start();
    const request = tenantAt('backup-system');
    const { body: plan } = await fixture.plan(request);
    expect(plan).toMatchObject({ refusals: [], plan: { tenant: 'payments' } });
    const { body } = await fixture.onboard({
      request: { ...request, firstBackup: true },
      credentials: RIGHT,
    });
    const operation = await fixture.ended(body.id);
    expect(operation.clusters).toMatchObject([
      { cluster: 'eu', state: 'applied' },
      { cluster: 'us', state: 'applied' },
    ]);
    const { objects } = fixture.sandbox.cluster('us');
    expect(
      objects.list('schedules').map(({ metadata: { namespace } }) => namespace),
    ).toEqual(Array(4).fill('backup-system'));
    await fixture.untilPlaces(2);
    const checked = await fixture.post(
      '/locations/us/backup-system/payments--us/verify',
      {},
    );
    expect(checked.body).toMatchObject({ phase: 'Available' });
    await fixture.untilVersions();
    const { body: again } = await fixture.onboard({
      request,
      credentials: RIGHT,
    });
    expect(
      (await fixture.ended(again.id)).clusters.map(({ state }) => state),
    ).toEqual(['unchanged', 'unchanged']);
    const { body: leaving } = await fixture.post(
      '/tenants/payments/offboard',
      {},
    );
    expect(await fixture.ended(leaving.id)).toMatchObject({
      state: 'succeeded',
    });
    expect(fixture.paused('us')).toEqual([true, true, true, true]);
  });

  it('finds a server where the portal is told to read', async () => {
    await start({ veleroNamespaces: ['velero', 'backup-system'] });
    const { body } = await fixture.plan(tenantAt());
    expect(body).toMatchObject({
      refusals: [],
      plan: {
        clusters: [
          { cluster: 'eu', veleroNamespace: 'velero' },
          { cluster: 'us', veleroNamespace: 'backup-system' },
        ],
      },
    });
  });

  it('leaves no question behind', async () => {
    await start();
    await fixture.plan(tenantAt('backup-system'));
    for (const { objects } of fixture.sandbox.clusters) {
      expect(objects.list('serverstatusrequests')).toEqual([]);
    }
  });

  it('says that there is no namespace where a server usually is', async () => {
    await start();
    expect(await refusalsAt()).toEqual([
      {
        code: 'velero-missing',
        field: 'clusters[1].cluster',
        message:
          "There is no Velero in namespace 'velero' of cluster 'us': there is no such namespace",
        remedy: expect.stringContaining('name that as veleroNamespace'),
      },
    ]);
  });

  it.each(['payments', 'no-such'])(
    'says that it may not ask in namespace %s, and not whether there is one',
    async namespace => {
      await start();
      expect(await refusalsAt(namespace)).toEqual([
        {
          code: 'velero-missing',
          field: 'clusters[1].veleroNamespace',
          message: `Whether Velero works in namespace '${namespace}' of cluster 'us' cannot be told: The portal's account may not create serverstatusrequests.velero.io in namespace ${namespace}`,
          remedy: expect.stringContaining('deploy/rbac/onboard'),
        },
      ]);
    },
  );

  it('asks in no namespace that has no possible name', async () => {
    await start();
    expect(await refusalsAt('..')).toMatchObject([
      { code: 'name-invalid', field: 'clusters[1].veleroNamespace' },
    ]);
  });

  it('says that Velero’s kinds of objects are not there', async () => {
    await start();
    const { faults } = fixture.sandbox.cluster('us');
    faults.set({ notInstalled: true });
    faults.cutWatches();
    await fixture.eventually('/clusters', 'engineer', ({ body }) =>
      expect(body.items).toContainEqual(
        expect.objectContaining({ name: 'us', state: 'not-installed' }),
      ),
    );
    expect(await refusalsAt('backup-system')).toMatchObject([
      {
        code: 'velero-missing',
        message: expect.stringMatching(
          /^No Velero is installed in cluster 'us': /,
        ),
        remedy: 'Install Velero first; the portal notices it within a minute',
      },
    ]);
  });

  it('makes nothing where the portal would not see it', async () => {
    await start({ veleroNamespaces: ['velero', 'other'] });
    expect(await refusalsAt('backup-system')).toMatchObject([
      {
        code: 'velero-missing',
        message: expect.stringContaining('it reads nothing but velero, other'),
        remedy: expect.stringContaining('veleroNamespaces of the cluster'),
      },
    ]);
  });
});
