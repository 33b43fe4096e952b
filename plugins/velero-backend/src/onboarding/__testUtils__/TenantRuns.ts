import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { TenantRequest } from 'backstage-plugin-velero-common';
import { Knex } from 'knex';
import { Sandbox, SandboxCluster, startSandbox } from 'velero-sandbox';
import { ClusterConnection } from '../../clusters/ClusterConnection';
import { HttpClusterConnection } from '../../clusters/HttpClusterConnection';
import { DirectTransport } from '../../clusters/transport/DirectTransport';
import { createStores, Stores } from '../../store/Stores';
import { OperationRow } from '../../store/tables';
import { ClusterRecord, OperationProgress } from '../apply/StepRecord';
import { DefaultOnboarding } from '../DefaultOnboarding';
import { FleetReader } from '../FleetReader';
import { Offboarding } from '../Offboarding';
import { OnboardingKind } from '../OnboardingKind';
import { OperationRunner } from '../OperationRunner';
import { readOnboarding } from '../readOnboarding';
import { contentOf } from './contentOf';
import { Moments } from './Moments';

const CLUSTER = 'eu';
const OWNER = 'group:default/payments';
const READER = {
  userRef: 'user:default/ada',
  ownershipRefs: [OWNER],
  administrator: false,
};

/** What a tenant asks for besides what all of them do. */
export interface Wanted {
  firstBackup?: boolean;
  /** Of the credential. */
  version?: number;
  /** Opens the bucket when it is `sandbox`. */
  secretAccessKey?: string;
}

/** What there is of an operation to look at. */
type LastOperation = Pick<OperationRow, 'id' | 'state' | 'progress'>;

/** A replica of the portal. */
export interface Replica {
  runner: OperationRunner;
  onboarding: DefaultOnboarding;
}

/** A simulated cluster and a database, for as many tenants as are needed, each in a bucket of its own. */
export class TenantRuns {
  readonly #connection: ClusterConnection;
  readonly #looking: { fleet: FleetReader; offboarding: Offboarding };

  private constructor(
    readonly sandbox: Sandbox,
    readonly stores: Stores,
    readonly knex: Knex,
    readonly transport: DirectTransport,
  ) {
    this.#connection = new HttpClusterConnection({ transport });
    // Looking around changes nothing, so that all replicas may do it in one way.
    const registry = registryOf(this.#connection);
    const parts = {
      registry,
      stores,
      ...readOnboarding(mockServices.rootConfig()),
    };
    this.#looking = {
      fleet: new FleetReader(parts),
      offboarding: new Offboarding(parts),
    };
  }

  static async start(databases: TestDatabases): Promise<TenantRuns> {
    const sandbox = await startSandbox({
      clusters: [{ name: CLUSTER, populate }],
      timing: { validation: 20, queue: 30, sync: 50, backup: [5, 5] },
    });
    const knex = await databases.init('SQLITE_3');
    const stores = await createStores({ getClient: async () => knex });
    const { url, tokens } = sandbox.cluster(CLUSTER);
    const transport = new DirectTransport({
      url: new URL(url),
      readToken: async () => tokens.admin,
      trust: { readCa: async () => undefined, skipVerify: false },
      configKey: 'velero.clusters[0]',
    });
    await collect(stores);
    return new TenantRuns(sandbox, stores, knex, transport);
  }

  /** @param moments - of a replica that is disturbed, and missed at once when it dies */
  replica(moments?: Moments): Replica {
    return moments
      ? this.#replica(moments, 1)
      : this.#replica(new Moments(Infinity, () => {}), 60_000);
  }

  #replica(moments: Moments, ttl: number): Replica {
    const stores: Stores = {
      ...this.stores,
      credentials: moments.on(this.stores.credentials, ['save']),
      operations: moments.on(this.stores.operations, [
        'begin',
        'save',
        'unlock',
        'end',
      ]),
      tenantNames: moments.on(this.stores.tenantNames, ['release']),
    };
    const runner = new OperationRunner({
      store: stores.operations,
      registry: registryOf(
        moments.on(this.#connection, [
          ...(['create', 'createSecret', 'patch', 'remove'] as const),
        ]),
      ),
      logger: mockServices.logger.mock(),
      kinds: {
        onboard: new OnboardingKind({
          ...stores,
          times: {
            available: { limit: 5_000, poll: 5, again: 50 },
            backup: { limit: 5_000, poll: 5 },
          },
        }),
      },
      // Nothing but the steps themselves is noted.
      times: { ttl, heartbeat: 60_000, poll: 5, undoPauses: [0, 5, 5] },
    });
    const onboarding = new DefaultOnboarding({
      ...this.#looking,
      stores,
      runner,
    });
    return { runner, onboarding };
  }

  /** Makes the bucket of a tenant. */
  addBucket(tenant: string) {
    this.sandbox.buckets.create(`${tenant}-backups`);
  }

  /** Has a replica begin; what would be changed counts as looked at. */
  async begin(
    { onboarding }: Replica,
    tenant: string,
    wanted: Wanted,
  ): Promise<void> {
    const { secretAccessKey = 'sandbox' } = wanted;
    const request = requestOf(tenant, wanted);
    const credentials = {
      credentials: { accessKeyId: 'sandbox', secretAccessKey },
    };
    const { digest: accepted } = await onboarding.plan({ request }, READER);
    await onboarding.onboard({ request, credentials, accepted }, READER);
  }

  /** Onboards a tenant undisturbed. */
  async onboard(tenant: string, wanted: Wanted): Promise<LastOperation> {
    const replica = this.replica();
    await this.begin(replica, tenant, wanted);
    const operation = await this.ended(tenant);
    await replica.runner.stop();
    return operation!;
  }

  /** The operation that a tenant was last worked on by; nothing when there was none. */
  async last(tenant: string): Promise<LastOperation | undefined> {
    return this.knex('velero_operation')
      .where({ subject: tenant })
      .orderBy('created_at', 'desc')
      .first('id', 'state', 'progress');
  }

  /** Waits until nothing is under way for a tenant. */
  async ended(tenant: string): Promise<LastOperation | undefined> {
    for (;;) {
      const operation = await this.last(tenant);
      if (operation?.state !== 'running') {
        return operation;
      }
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  }

  /** What the cluster has for a tenant beside backups, without what servers write, and under any tenant's name. */
  objects(tenant: string): string[] {
    const { objects } = this.sandbox.cluster(CLUSTER);
    return (['secrets', 'backupstoragelocations', 'schedules'] as const)
      .flatMap(resource =>
        objects.list(resource).filter(isOf(tenant)).map(contentOf),
      )
      .map(content => content.replaceAll(tenant, 'TENANT'))
      .sort();
  }

  /** Leaves nothing of a tenant, so that the next one is not slower. */
  async remove(tenant: string): Promise<void> {
    await this.knex('velero_operation').where({ subject: tenant }).del();
    const { objects } = this.sandbox.cluster(CLUSTER);
    for (const resource of [
      'schedules',
      'backupstoragelocations',
      'secrets',
    ] as const) {
      for (const { metadata } of objects.list(resource).filter(isOf(tenant))) {
        objects.remove(resource, metadata.name, metadata.namespace);
      }
    }
  }

  async stop() {
    await this.transport.close();
    await this.sandbox.stop();
  }
}

/** What became of an operation in the cluster; nothing when it was cut off before it had one. */
export function recordOf(
  operation: LastOperation | undefined,
): ClusterRecord | undefined {
  const progress: Partial<OperationProgress> = JSON.parse(
    operation?.progress ?? '{}',
  );
  return progress.clusters?.[0];
}

function populate({ objects }: SandboxCluster) {
  objects.put('namespaces', {
    metadata: {
      name: 'payments',
      annotations: { 'backstage.io/owner': OWNER },
    },
  });
}

/** As the cluster would have been read. */
async function collect({ leases, namespaces, clusters }: Stores) {
  const hour = 3_600_000;
  const lease = await leases.acquire({
    cluster: CLUSTER,
    holder: 'collector',
    ttl: hour,
  });
  await namespaces.write({
    scope: { cluster: CLUSTER, resource: 'namespaces', namespace: '' },
    lease: lease!,
    upserts: ['payments', 'velero'].map(name => ({
      name,
      resourceVersion: '1',
      owners: name === 'payments' ? [OWNER] : [],
    })),
    removals: [],
  });
  await clusters.save(lease!, { state: 'live', syncedAt: Date.now() });
}

function registryOf(connection: ClusterConnection) {
  return {
    current: () => [{ name: CLUSTER, source: 'test', connection }],
    isComplete: () => true,
    subscribe: () => () => {},
  };
}

function requestOf(
  tenant: string,
  { version, firstBackup }: Wanted,
): TenantRequest {
  const cron = '0 2 * * *';
  return {
    tenant,
    owner: OWNER,
    scope: 'tenant',
    storage: {
      provider: 'aws-s3',
      values: { region: 'eu-central-1' },
      credential: { given: { version } },
    },
    clusters: [{ cluster: CLUSTER, namespaces: ['payments'] }],
    schedules: {
      all: { cron },
      databases: { enabled: false },
      secrets: { enabled: false },
      volumes: { cron },
    },
    firstBackup,
  };
}

function isOf(tenant: string) {
  return ({ metadata }: { metadata: { name: string } }) =>
    metadata.name.startsWith(`${tenant}--`);
}
