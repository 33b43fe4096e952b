import { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Operation, TenantPlanResponse } from 'backstage-plugin-velero-common';
import {
  Sandbox,
  SandboxCluster,
  SandboxClusterOptions,
  startSandbox,
} from 'velero-sandbox';
import { namespace } from '../../__testUtils__/paymentsFleet';
import {
  clustersConfig,
  componentOf,
  startPortal,
  TestPortal,
} from '../../__testUtils__/startPortal';
import { RecordingAuditor } from '../../operations/__testUtils__/RecordingAuditor';

const OWNER = 'payments-owner';

/** Opens the buckets of the sandbox. */
export const RIGHT = {
  credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
};

export const WRONG = {
  credentials: { accessKeyId: 'sandbox', secretAccessKey: 'canary-secret-key' },
};

/** A tenant with a namespace in two regions. */
export function tenant(overrides: object = {}) {
  return {
    tenant: 'payments',
    owner: 'group:default/payments',
    scope: 'tenant',
    storage: {
      provider: 'aws-s3',
      values: { region: 'eu-central-1' },
      credential: { given: {} },
    },
    clusters: [
      { cluster: 'eu', namespaces: ['payments'] },
      { cluster: 'us', namespaces: ['payments'] },
    ],
    ...overrides,
  };
}

/** Namespaces with their owners, and nothing of Velero's. */
export function populateNamespaces({ objects }: SandboxCluster) {
  objects.put('namespaces', namespace('payments', 'group:payments'));
  objects.put('namespaces', namespace('shop', 'group:default/shop'));
  objects.put('configmaps', {
    metadata: { name: 'settings', namespace: 'payments' },
  });
}

function populate(cluster: SandboxCluster) {
  populateNamespaces(cluster);
  cluster.objects.put('backupstoragelocations', {
    metadata: { name: 'default', namespace: 'velero' },
    spec: {
      provider: 'aws',
      objectStorage: { bucket: 'platform', prefix: 'somewhere' },
    },
  });
}

/** Two regions that share a bucket, and a portal that may onboard tenants in both. */
export class OnboardingFixture {
  /** All that the portal has logged. */
  readonly logged: string[] = [];
  readonly auditor = new RecordingAuditor();

  private constructor(
    readonly sandbox: Sandbox,
    private portal: TestPortal | undefined,
  ) {}

  static async start(
    options: {
      /** Instead of the two regions with a location. */
      clusters?: SandboxClusterOptions[];
      /** Those that the portal reads. */
      veleroNamespaces?: string[];
      /** Other plugins of the same backend. */
      features?: BackendFeature[];
    } = {},
  ): Promise<OnboardingFixture> {
    const { veleroNamespaces, features = [] } = options;
    const sandbox = await startSandbox({
      clusters: options.clusters ?? [
        { name: 'eu', populate },
        { name: 'us', populate },
      ],
      buckets: ['payments-backups', 'platform'],
      // Of its own, as it may be replaced.
      credential: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
      timing: { validation: 20, queue: 30, sync: 50, backup: [20, 20] },
    });
    const fixture = new OnboardingFixture(sandbox, undefined);
    fixture.portal = await startPortal({
      clusters: clustersConfig(sandbox).map(cluster => ({
        ...cluster,
        ...(veleroNamespaces && { veleroNamespaces }),
      })),
      entities: [
        componentOf({ name: 'payments', claims: 'eu/payments' }),
        componentOf({ name: 'wishes', claims: 'us/shop,us/not-there' }),
        componentOf({ name: 'unreadable', claims: 'us/Not a name' }),
      ],
      onLog: text => fixture.logged.push(text),
      features: [
        mockServices.auditor.mock(fixture.auditor).factory,
        ...features,
      ],
    });
    const notCollected = ['cluster-unreachable', 'namespace-unproven'];
    await fixture.planned(({ refusals }) =>
      refusals.every(({ code }) => !notCollected.includes(code)),
    );
    return fixture;
  }

  get(path: string, user = OWNER) {
    return this.portal!.get(path, user);
  }

  post(path: string, body: object, user = OWNER) {
    return this.portal!.post(path, body, user);
  }

  eventually(...question: Parameters<TestPortal['eventually']>) {
    return this.portal!.eventually(...question);
  }

  plan(request: object = tenant()) {
    return this.post('/tenants/plan', { request });
  }

  /** Asks for the plan until what is collected makes the answer pass. */
  async planned(isIt: (plan: TenantPlanResponse) => boolean) {
    await until(async () => isIt((await this.plan()).body));
  }

  onboard(body: object, user = OWNER) {
    return this.post('/tenants', { request: tenant(), ...body }, user);
  }

  /** Waits for the end of an operation. */
  async ended(id: string): Promise<Operation> {
    let operation: Operation | undefined;
    await until(async () => {
      operation = (await this.get(`/operations/${id}`)).body as Operation;
      return operation.state !== 'running';
    });
    return operation!;
  }

  /** Names what there is in a cluster, beside backups. */
  names(cluster: string): string[] {
    const { objects } = this.sandbox.cluster(cluster);
    return (['secrets', 'backupstoragelocations', 'schedules'] as const)
      .flatMap(resource =>
        objects
          .list(resource)
          .map(({ metadata }) => `${resource}/${metadata.name}`),
      )
      .sort();
  }

  /** Has the store take another key from now on, and no longer the one before. */
  replaceKey(secretAccessKey: string) {
    this.sandbox.buckets.credential.secretAccessKey = secretAccessKey;
  }

  /** Whether each schedule of a cluster is paused. */
  paused(cluster: string): unknown[] {
    return this.sandbox
      .cluster(cluster)
      .objects.list('schedules')
      .map(({ spec }) => (spec as { paused?: boolean }).paused);
  }

  /** Waits until a cluster lists a backup. */
  async untilBackup(cluster: string, name: string) {
    const { objects } = this.sandbox.cluster(cluster);
    await until(async () =>
      objects.list('backups').some(({ metadata }) => metadata.name === name),
    );
  }

  /** Waits until the portal knows of a backup and its end. */
  async untilCollected(name: string) {
    await until(async () => {
      const path = `/clusters/eu/backups/velero/${name}`;
      return (await this.get(path)).body.phase === 'Completed';
    });
  }

  /** Waits until the portal tells Velero's version in each cluster. */
  async untilVersions() {
    await until(async () => {
      const { body } = await this.get('/clusters', 'engineer');
      return body.items.every(
        ({ veleroVersion }: { veleroVersion?: string }) => veleroVersion,
      );
    });
  }

  /** Waits until the portal knows of that many places that backups are kept in. */
  async untilPlaces(count: number) {
    await until(async () => {
      const { body } = await this.get('/locations', 'engineer');
      return (
        body.items.length === count && JSON.stringify(body).includes('readers')
      );
    });
  }

  async stop() {
    await this.portal!.stop();
    await this.sandbox.stop();
  }
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
