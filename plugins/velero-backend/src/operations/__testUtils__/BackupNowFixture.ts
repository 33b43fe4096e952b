import { PermissionsService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  BackupOptionsResponse,
  BackupRequest,
  ScheduleRequest,
} from 'backstage-plugin-velero-common';
import { Sandbox, SandboxCluster, startSandbox } from 'velero-sandbox';
import { namespace } from '../../__testUtils__/paymentsFleet';
import {
  clustersConfig,
  componentOf,
  startPortal,
  TestPortal,
} from '../../__testUtils__/startPortal';
import { LossyProxy } from './LossyProxy';
import { RecordingAuditor } from './RecordingAuditor';

const COMPONENTS = '/entities/by-name/component/default';
const ENTITY = `${COMPONENTS}/payments-api`;

/** What can be read and nothing else. */
const READER = 'reader-token';

function location(name: string, spec: object = {}) {
  return {
    metadata: { name, namespace: 'velero' },
    spec: {
      provider: 'aws',
      objectStorage: { bucket: 'store', prefix: name },
      ...spec,
    },
  };
}

function populate({ objects }: SandboxCluster) {
  for (const name of ['payments', 'payments-db']) {
    objects.put('namespaces', namespace(name, 'group:payments'));
    objects.put('configmaps', {
      metadata: { name: 'settings', namespace: name },
    });
  }
  objects.put('namespaces', namespace('shop', 'group:default/shop'));
  objects.put('namespaces', namespace('unmarked'));
  objects.put('namespaces', namespace('velero', 'group:payments'));
  objects.put('backupstoragelocations', location('archive', { default: true }));
  objects.put(
    'backupstoragelocations',
    location('copy', { accessMode: 'ReadOnly' }),
  );
  objects.put('backupstoragelocations', location('somebody-elses'));
  objects.put(
    'backupstoragelocations',
    location('broken', { objectStorage: { bucket: 'lost' } }),
  );
  for (const name of ['copy', 'broken']) {
    objects.put('schedules', {
      metadata: { name: `to-${name}`, namespace: 'velero' },
      spec: {
        schedule: '0 2 * * *',
        paused: true,
        template: { includedNamespaces: ['payments'], storageLocation: name },
      },
    });
  }
}

/** A cluster with Velero, a portal that may have backups made there, and what lies between. */
export class BackupNowFixture {
  private constructor(
    readonly sandbox: Sandbox,
    readonly proxy: LossyProxy,
    readonly portal: TestPortal,
    readonly auditor: RecordingAuditor,
  ) {}

  static async start(
    options: {
      decide?: PermissionsService['authorizeConditional'];
      settings?: JsonObject;
      /** The portal's account may read only. */
      readOnly?: boolean;
    } = {},
  ): Promise<BackupNowFixture> {
    const sandbox = await startSandbox({
      clusters: [
        {
          name: 'eu',
          populate,
          users: [
            {
              name: 'reader',
              token: READER,
              rules: [
                {
                  groups: ['velero.io', ''],
                  resources: ['*'],
                  verbs: ['get', 'list', 'watch'],
                },
              ],
            },
          ],
        },
      ],
      buckets: ['store'],
      timing: { validation: 20, queue: 30, sync: 50, backup: [20, 20] },
    });
    const proxy = await LossyProxy.start(sandbox.cluster('eu').url);
    const [cluster] = clustersConfig(sandbox);
    const auditor = new RecordingAuditor();
    const portal = await startPortal({
      clusters: [
        {
          ...cluster,
          url: proxy.url,
          ...(options.readOnly && { serviceAccountToken: READER }),
        },
      ],
      entities: [
        componentOf({
          name: 'payments-api',
          claims: 'eu/payments,eu/payments-db,eu/unmarked,eu/shop,eu/velero',
        }),
        componentOf({ name: 'payments-web', claims: 'eu/payments' }),
      ],
      decide: options.decide,
      velero: options.settings,
      features: [mockServices.auditor.mock(auditor).factory],
    });
    const fixture = new BackupNowFixture(sandbox, proxy, portal, auditor);
    await fixture.#untilReady();
    return fixture;
  }

  get cluster(): SandboxCluster {
    return this.sandbox.cluster('eu');
  }

  /** Asks for a backup of `payments` as its owner, if not said otherwise. */
  backUp(request: object = {}, user?: string, entity = 'payments-api') {
    const body: BackupRequest = {
      cluster: 'eu',
      namespaces: ['payments'],
      ...request,
    };
    return this.portal.post(
      `${COMPONENTS}/${entity}/backups`,
      body,
      user ?? 'payments-owner',
    );
  }

  /** Asks for a schedule of `payments` as its owner, if not said otherwise. */
  schedule(request: object = {}, user = 'payments-owner') {
    const body: ScheduleRequest = {
      cluster: 'eu',
      namespaces: ['payments'],
      name: 'nightly',
      cron: '0 2 * * *',
      ...request,
    };
    return this.portal.post(`${ENTITY}/schedules`, body, user);
  }

  options(user = 'payments-owner') {
    return this.portal.get(`${ENTITY}/backup-options`, user);
  }

  backups() {
    return this.cluster.objects.list('backups');
  }

  /** Waits until the portal shows options that pass. */
  untilOptions(check: (body: BackupOptionsResponse) => void) {
    return this.portal.eventually(
      `${ENTITY}/backup-options`,
      'payments-owner',
      ({ body }) => check(body),
    );
  }

  async stop() {
    await this.portal.stop();
    await this.proxy.stop();
    await this.sandbox.stop();
  }

  async #untilReady() {
    await this.portal.eventually(
      `${ENTITY}/locations`,
      'payments-owner',
      ({ body }) => expectReady(body),
    );
  }
}

function expectReady(body: { clusters: unknown; items: unknown }) {
  expect(body.clusters).toMatchObject([{ state: 'live' }]);
  expect(body.items).toMatchObject([
    { name: 'broken', phase: 'Unavailable' },
    { name: 'copy' },
  ]);
}
