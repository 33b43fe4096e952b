import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Sandbox, SandboxCluster, startSandbox } from 'velero-sandbox';
import { ClusterConnection } from '../../clusters/ClusterConnection';
import { HttpClusterConnection } from '../../clusters/HttpClusterConnection';
import { DirectTransport } from '../../clusters/transport/DirectTransport';
import { OperationStore, StoredOperation } from '../../store/OperationStore';
import { createStores } from '../../store/Stores';
import { AvailableStep } from '../apply/AvailableStep';
import { FirstBackupStep } from '../apply/FirstBackupStep';
import { ObjectStep } from '../apply/ObjectStep';
import { OldSecretStep } from '../apply/OldSecretStep';
import { SecretStep } from '../apply/SecretStep';
import { Step } from '../apply/Step';
import { NOT_SYNCED, SyncStep } from '../apply/SyncStep';
import { ClusterRecord, OperationProgress } from '../apply/StepRecord';
import { OperationRunner } from '../OperationRunner';
import { CredentialTexts, lineOf, recordSteps } from '../tenantSteps';

const NAMESPACE = 'velero';

/** What opens the sandbox's buckets. */
export const RIGHT = credentialFile('sandbox');

export function credentialFile(secret: string): string {
  return `[default]\naws_access_key_id=sandbox\naws_secret_access_key=${secret}\n`;
}

const LABELS = { 'app.kubernetes.io/managed-by': 'velero-for-backstage' };

function isOurs(labels: Record<string, string> = {}): boolean {
  return labels['app.kubernetes.io/managed-by'] === 'velero-for-backstage';
}

/** What a test has applied. */
export interface Wanted {
  bucket: string;
  secret: string;
  /** Whether the Secret is there already, with the same credential. */
  isKnown: boolean;
  cron: string;
  oldSecrets: string[];
  firstBackup: boolean;
}

const DEFAULTS: Wanted = {
  bucket: 'store',
  secret: 'keys--v1',
  isKnown: false,
  cron: '0 2 * * *',
  oldSecrets: [],
  firstBackup: true,
};

/** A simulated cluster with Velero, and the stores of a portal. */
export class ApplyFixture {
  private constructor(
    readonly sandbox: Sandbox,
    readonly operations: OperationStore,
    readonly transport: DirectTransport,
  ) {}

  static async start(databases: TestDatabases): Promise<ApplyFixture> {
    const sandbox = await startSandbox({
      clusters: [{ name: 'eu', populate }],
      buckets: ['store'],
      timing: { validation: 20, queue: 30, sync: 50, backup: [20, 20] },
    });
    const knex = await databases.init('SQLITE_3');
    const stores = await createStores({ getClient: async () => knex });
    const { url, tokens } = sandbox.cluster('eu');
    const transport = new DirectTransport({
      url: new URL(url),
      readToken: async () => tokens.admin,
      trust: { readCa: async () => undefined, skipVerify: false },
      configKey: 'velero.clusters[0]',
    });
    return new ApplyFixture(sandbox, stores.operations, transport);
  }

  get cluster(): SandboxCluster {
    return this.sandbox.cluster('eu');
  }

  get connection(): ClusterConnection {
    return new HttpClusterConnection({ transport: this.transport });
  }

  /** A replica of the portal; another store or connection stands for one that meets trouble. */
  runner(
    options: {
      operations?: OperationStore;
      connection?: ClusterConnection;
      /** Whether the portal knows of the cluster by now. */
      isRegistered?: () => boolean;
      /** Whether all sources of clusters have answered by now. */
      isComplete?: () => boolean;
      /** How long it waits for the cluster until they have. */
      patience?: number;
    } = {},
  ): OperationRunner {
    const { isRegistered = () => true, isComplete = () => true } = options;
    const { connection = this.connection, patience = 30_000 } = options;
    return new OperationRunner({
      store: options.operations ?? this.operations,
      registry: {
        current: () =>
          isRegistered() ? [{ name: 'eu', source: 'test', connection }] : [],
        isComplete,
        subscribe: () => () => {},
      },
      logger: mockServices.logger.mock(),
      kinds: { onboard: { steps, lastLocks: () => ['tenant/payments'] } },
      times: {
        ...{ ttl: 500, heartbeat: 100, poll: 20, patience },
        undoPauses: [0, 10, 10],
      },
    });
  }

  /** Begins an operation in a replica. */
  async launch(
    runner: OperationRunner,
    id: string,
    wanted: Partial<Wanted> = {},
    text: string | undefined = RIGHT,
  ): Promise<void> {
    const task: Wanted = { ...DEFAULTS, ...wanted };
    const record: ClusterRecord = {
      cluster: 'eu',
      state: 'waiting',
      steps: [],
    };
    const operation = {
      id,
      kind: 'onboard',
      subject: 'payments',
      userRef: 'user:default/ada',
      task: JSON.stringify(task),
      progress: JSON.stringify({ clusters: [record] }),
    };
    const lease = await this.operations.begin({
      ...operation,
      locks: ['tenant/payments', 'bucket/store'],
      holder: runner.holder,
      ttl: 500,
    });
    const stored = await this.operations.find(id);
    runner.launch(lease!, stored!, new Map([[task.secret, text]]));
  }

  /** Waits for the end of an operation. */
  async ended(
    id: string,
  ): Promise<StoredOperation & { clusters: ClusterRecord[] }> {
    for (;;) {
      const found = await this.operations.find(id);
      if (found && found.state !== 'running') {
        const { clusters }: OperationProgress = JSON.parse(found.progress);
        return { ...found, clusters };
      }
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }

  /** Begins an operation and waits for its end. */
  async apply(id: string, wanted: Partial<Wanted> = {}, text?: string) {
    const runner = this.runner();
    await this.launch(runner, id, wanted, text);
    const result = await this.ended(id);
    await runner.stop();
    return result;
  }

  /** Names what there is, beside backups. */
  names(): string[] {
    return (['secrets', 'backupstoragelocations', 'schedules'] as const)
      .flatMap(resource =>
        this.cluster.objects
          .list(resource)
          .map(({ metadata }) => `${resource}/${metadata.name}`),
      )
      .sort();
  }

  async stop() {
    await this.transport.close();
    await this.sandbox.stop();
  }
}

function populate({ objects }: SandboxCluster) {
  objects.put('namespaces', { metadata: { name: 'payments' } });
  objects.put('configmaps', {
    metadata: { name: 'settings', namespace: 'payments' },
  });
}

function steps(
  { id, task }: StoredOperation,
  record: ClusterRecord,
  texts: CredentialTexts,
): Step[] {
  const wanted: Wanted = JSON.parse(task);
  const marks = { labels: LABELS, annotations: {} };
  const mayChange = (live: { metadata: { labels?: Record<string, string> } }) =>
    isOurs(live.metadata.labels);
  const location = new ObjectStep({
    title: 'Storage location archive',
    wanted: {
      resource: 'backupstoragelocations',
      namespace: NAMESPACE,
      name: 'archive',
      content: {
        ...marks,
        spec: {
          provider: 'aws',
          accessMode: 'ReadWrite',
          objectStorage: { bucket: wanted.bucket, prefix: 'eu' },
          config: { region: 'auto' },
          credential: { name: wanted.secret, key: 'cloud' },
        },
      },
    },
    initially: NOT_SYNCED,
    mayChange,
  });
  const line = lineOf(location, record);
  const template = {
    storageLocation: 'archive',
    ttl: '720h',
    includedNamespaces: ['payments'],
  };
  const all: Step[] = [
    new SecretStep({
      operation: id,
      wanted: {
        namespace: NAMESPACE,
        name: wanted.secret,
        key: 'cloud',
        ...marks,
      },
      isKnown: wanted.isKnown,
      text: texts.get(wanted.secret),
    }),
    location,
    new AvailableStep({
      namespace: NAMESPACE,
      name: 'archive',
      location: line,
      times: { limit: 3_000, poll: 10, again: 50 },
    }),
    new ObjectStep({
      title: 'Schedule all',
      wanted: {
        resource: 'schedules',
        namespace: NAMESPACE,
        name: 'all',
        content: { ...marks, spec: { schedule: wanted.cron, template } },
      },
      mayChange,
    }),
    new SyncStep({ namespace: NAMESPACE, name: 'archive', location: line }),
    ...wanted.oldSecrets.map(
      name => new OldSecretStep({ namespace: NAMESPACE, name }),
    ),
    ...(wanted.firstBackup
      ? [
          new FirstBackupStep({
            isToBeNew: () => false,
            backup: {
              schedule: 'all',
              namespace: NAMESPACE,
              name: `all-first-${id}`,
              ...marks,
              spec: template,
            },
            times: { limit: 5_000, poll: 20 },
          }),
        ]
      : []),
  ];
  recordSteps(record, all);
  return all;
}
