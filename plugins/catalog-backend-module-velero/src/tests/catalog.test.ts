import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
// The tests run against the plugin that the provider reads from.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import veleroPlugin from 'backstage-plugin-velero-backend';
import { tenantEntityNameOf } from 'backstage-plugin-velero-common';
import { Sandbox, startSandbox } from 'velero-sandbox';
import { ManualScheduler } from '../__testUtils__/ManualScheduler';
import { PAYMENTS } from '../__testUtils__/tenants';
import catalogModuleVelero from '../index';

jest.setTimeout(60_000);

const OWNER = 'user:default/payments-owner';
const NAME = tenantEntityNameOf({ tenant: 'payments', owner: PAYMENTS });

const order = {
  request: {
    tenant: 'payments',
    owner: PAYMENTS,
    scope: 'tenant',
    storage: {
      provider: 'aws-s3',
      values: { region: 'eu-central-1' },
      credential: { given: {} },
    },
    clusters: [{ cluster: 'eu', namespaces: ['payments'] }],
  },
  credentials: {
    credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
  },
};

function startClusters(): Promise<Sandbox> {
  return startSandbox({
    clusters: [
      {
        name: 'eu',
        populate: ({ objects }) => {
          objects.put('namespaces', {
            metadata: {
              name: 'payments',
              annotations: { 'backstage.io/owner': PAYMENTS },
            },
          });
          // Velero is known by its objects.
          objects.put('backupstoragelocations', {
            metadata: { name: 'default', namespace: 'velero' },
            spec: { provider: 'aws', objectStorage: { bucket: 'platform' } },
          });
        },
      },
    ],
    buckets: ['payments-backups', 'platform'],
    timing: { validation: 20, queue: 30, sync: 50, backup: [20, 20] },
  });
}

describe('the catalog', () => {
  const scheduler = new ManualScheduler();
  let sandbox: Sandbox;
  let backend: TestBackend;

  beforeAll(async () => {
    sandbox = await startClusters();
    const [{ name, url, tokens }] = sandbox.clusters;
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleVelero,
        veleroPlugin,
        scheduler.feature,
        mockServices.userInfo.mock({
          getUserInfo: async () => ({
            userEntityRef: OWNER,
            ownershipEntityRefs: [OWNER, PAYMENTS],
          }),
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            catalog: { processingInterval: { seconds: 1 } },
            velero: {
              clusters: [{ name, url, serviceAccountToken: tokens.portal }],
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await sandbox?.stop();
  });

  async function call(path: string, body?: object) {
    const url = `http://localhost:${backend.server.port()}/api${path}`;
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: mockCredentials.user.header(OWNER),
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  async function until(isIt: () => Promise<boolean>) {
    for (let attempt = 0; attempt < 400; attempt++) {
      if (await isIt()) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error('Waited in vain');
  }

  it('has a tenant that was onboarded, with what the tab on its page shows', async () => {
    await until(
      async () => (await call('/velero/tenants', order)).status === 202,
    );
    const entity = `/catalog/entities/by-name/resource/default/${NAME}`;
    await until(async () => {
      await scheduler.trigger('velero-tenants');
      const { status, body } = await call(entity);
      return (
        status === 200 && body.metadata.annotations['velero.io/namespaces']
      );
    });
    const { body } = await call(entity);
    expect(body.relations).toEqual(
      expect.arrayContaining([
        { type: 'ownedBy', targetRef: PAYMENTS },
        {
          type: 'dependsOn',
          targetRef: expect.stringMatching(
            /^resource:default\/backup-storage-payments-backups-/,
          ),
        },
      ]),
    );
    const schedules = `/velero/entities/by-name/resource/default/${NAME}/schedules`;
    const { body: shown } = await call(schedules);
    expect(shown).toMatchObject({
      totalItems: 4,
      namespaces: [{ cluster: 'eu', namespace: 'payments', proven: true }],
    });

    // A cluster that is down takes nothing away.
    sandbox.cluster('eu').faults.set({ down: true });
    await scheduler.trigger('velero-tenants');
    expect((await call(entity)).status).toBe(200);
  });
});
