import {
  BackendFeature,
  BackstageCredentials,
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
// The tests run against the plugin that the actions are made for.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import veleroPlugin from 'backstage-plugin-velero-backend';
import { VeleroService, veleroServiceRef } from 'backstage-plugin-velero-node';
import { inspect } from 'node:util';
import { Sandbox, SandboxCluster, startSandbox } from 'velero-sandbox';

const OWNER = 'user:default/payments-owner';
const GROUP = 'group:default/payments';

const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payments-api',
    annotations: { 'velero.io/namespaces': 'eu/payments,us/payments' },
  },
  relations: [{ type: 'ownedBy', targetRef: GROUP }],
};

/** Whom the catalog knows: what is carried out later is judged by it. */
const people: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'payments-owner' },
    relations: [{ type: 'memberOf', targetRef: GROUP }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'payments' },
  },
];

/** Another plugin of the backend, as it gets the service. */
class Client {
  velero!: VeleroService;

  readonly feature = createBackendPlugin({
    pluginId: 'client',
    register: env =>
      env.registerInit({
        deps: { velero: veleroServiceRef },
        init: async ({ velero }) => {
          this.velero = velero;
        },
      }),
  });
}

/** Two simulated clusters, and a backend that has the Velero plugin. */
export class TenantFixture {
  readonly sandbox: Sandbox;
  readonly backend: TestBackend;
  readonly velero: VeleroService;
  /** The owner of the tenant `payments`. */
  readonly owner: BackstageCredentials = mockCredentials.user(OWNER);
  readonly ownerHeader = mockCredentials.user.header(OWNER);
  /** All that the backend has logged. */
  readonly logged: string[];

  private constructor(options: {
    sandbox: Sandbox;
    backend: TestBackend;
    velero: VeleroService;
    logged: string[];
  }) {
    this.sandbox = options.sandbox;
    this.backend = options.backend;
    this.velero = options.velero;
    this.logged = options.logged;
  }

  static async start(
    options: {
      config?: JsonObject;
      features?: BackendFeature[];
      entities?: Entity[];
    } = {},
  ): Promise<TenantFixture> {
    const { config, features = [], entities = [] } = options;
    const logged: string[] = [];
    const client = new Client();
    const sandbox = await startSandbox({
      clusters: ['eu', 'us'].map(name => ({ name, populate })),
      buckets: ['payments-backups', 'platform'],
      // Of its own, as it may be replaced.
      credential: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
      timing: { validation: 20, queue: 30, sync: 50, backup: [20, 20] },
    });
    const backend = await startTestBackend({
      features: [
        veleroPlugin,
        client.feature,
        catalogServiceMock.factory({
          entities: [payments, ...people, ...entities],
        }),
        userInfo(),
        loggerFactory(text => logged.push(text)),
        mockServices.rootConfig.factory({
          data: {
            ...config,
            velero: {
              clusters: clustersConfig(sandbox),
              backupNow: { perUserAndHour: 100 },
            },
          },
        }),
        ...features,
      ],
    });
    const { velero } = client;
    const fixture = new TenantFixture({ sandbox, backend, velero, logged });
    await fixture.#untilCollected();
    return fixture;
  }

  /** Has a backup of `payments` made in the first cluster, and waits until it is known. */
  async backUp(name: string) {
    this.sandbox.cluster('eu').objects.put('backups', {
      metadata: { name, namespace: 'velero' },
      spec: { includedNamespaces: ['payments'], storageLocation: 'default' },
    });
    const key = { cluster: 'eu', veleroNamespace: 'velero', name };
    for (;;) {
      const found = await this.velero
        .getBackup(key, { credentials: this.owner })
        .catch(() => undefined);
      if (found?.lifecycle === 'finished') {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  /** Has the store take another key from now on, and no longer the one before. */
  replaceKey(secretAccessKey: string) {
    this.sandbox.buckets.credential.secretAccessKey = secretAccessKey;
  }

  async stop() {
    await this.backend.stop();
    await this.sandbox.stop();
  }

  /** What a cluster has for a tenant, as `schedules/payments--eu--all`. */
  namesIn(cluster: string): string[] {
    const { objects } = this.sandbox.cluster(cluster);
    return (['secrets', 'backupstoragelocations', 'schedules'] as const)
      .flatMap(resource =>
        objects
          .list(resource)
          .filter(({ metadata }) => metadata.name !== 'default')
          .map(({ metadata }) => `${resource}/${metadata.name}`),
      )
      .sort();
  }

  async #untilCollected() {
    for (let attempt = 1; ; attempt++) {
      const { refusals } = await this.velero.planTenant(
        { request: { ...tenantInput(), scope: 'tenant' } },
        { credentials: this.owner },
      );
      if (refusals.length === 0) {
        return;
      }
      if (attempt === 200) {
        throw new Error(`The clusters are not read: ${inspect(refusals)}`);
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

/** The inputs that ask for the tenant `payments` in both clusters. */
export function tenantInput() {
  return {
    tenant: 'payments',
    owner: GROUP,
    storage: {
      provider: 'aws-s3' as const,
      values: { region: 'eu-central-1' },
      credential: { given: {} },
    },
    clusters: [
      { cluster: 'eu', namespaces: ['payments'] },
      { cluster: 'us', namespaces: ['payments'] },
    ],
  };
}

function populate({ objects }: SandboxCluster) {
  objects.put('namespaces', {
    metadata: {
      name: 'payments',
      annotations: { 'backstage.io/owner': GROUP },
    },
  });
  objects.put('namespaces', { metadata: { name: 'shop' } });
  objects.put('configmaps', {
    metadata: { name: 'settings', namespace: 'payments' },
  });
  // Velero is known by its objects.
  objects.put('backupstoragelocations', {
    metadata: { name: 'default', namespace: 'velero' },
    spec: { provider: 'aws', objectStorage: { bucket: 'platform' } },
  });
}

function clustersConfig(sandbox: Sandbox): JsonObject[] {
  return sandbox.clusters.map(({ name, url, tokens }) => ({
    name,
    url,
    serviceAccountToken: tokens.portal,
  }));
}

function userInfo() {
  return mockServices.userInfo.mock({
    getUserInfo: async () => ({
      userEntityRef: OWNER,
      ownershipEntityRefs: [OWNER, GROUP],
    }),
  }).factory;
}

function loggerFactory(onLog: (text: string) => void) {
  const write = (...parts: unknown[]) => onLog(inspect(parts, { depth: 9 }));
  const logger: LoggerService = {
    error: write,
    warn: write,
    info: write,
    debug: write,
    child: () => logger,
  };
  return createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: () => logger,
  });
}
