import { mockServices } from '@backstage/backend-test-utils';
import { Operation } from 'backstage-plugin-velero-common';
import { Sandbox, SandboxCluster, startSandbox } from 'velero-sandbox';
import { namespace } from '../__testUtils__/paymentsFleet';
import {
  clustersConfig,
  startPortal,
  TestPortal,
} from '../__testUtils__/startPortal';
import { RecordingAuditor } from '../operations/__testUtils__/RecordingAuditor';

jest.setTimeout(60_000);

const OWNER = 'payments-owner';

const RIGHT = {
  credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
};

const WRONG = {
  credentials: { accessKeyId: 'sandbox', secretAccessKey: 'canary-secret-key' },
};

function tenant(overrides: object = {}) {
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

function populate({ objects }: SandboxCluster) {
  objects.put('namespaces', namespace('payments', 'group:payments'));
  objects.put('namespaces', namespace('shop', 'group:default/shop'));
  objects.put('configmaps', {
    metadata: { name: 'settings', namespace: 'payments' },
  });
  objects.put('backupstoragelocations', {
    metadata: { name: 'default', namespace: 'velero' },
    spec: {
      provider: 'aws',
      objectStorage: { bucket: 'platform', prefix: 'somewhere' },
    },
  });
}

describe('onboarding', () => {
  let sandbox: Sandbox;
  let portal: TestPortal;
  let auditor: RecordingAuditor;
  const logged: string[] = [];

  beforeEach(async () => {
    logged.length = 0;
    sandbox = await startSandbox({
      clusters: [
        { name: 'eu', populate },
        { name: 'us', populate },
      ],
      buckets: ['payments-backups', 'platform'],
      timing: { validation: 20, queue: 30, sync: 50, backup: [20, 20] },
    });
    auditor = new RecordingAuditor();
    portal = await startPortal({
      clusters: clustersConfig(sandbox),
      entities: [],
      onLog: text => logged.push(text),
      features: [mockServices.auditor.mock(auditor).factory],
    });
    await planned(({ body }) => expect(body.refusals).toEqual([]));
  });

  afterEach(async () => {
    await portal.stop();
    await sandbox.stop();
  });

  function plan(request: object = tenant(), user = OWNER) {
    return portal.post('/tenants/plan', { request }, user);
  }

  /** Asks for the plan until what was collected makes the answer pass. */
  async function planned(
    check: (response: { body: { refusals: unknown } }) => void,
  ) {
    for (let attempt = 1; ; attempt++) {
      const response = await plan();
      try {
        check(response);
        return response;
      } catch (error) {
        if (attempt === 100) {
          throw error;
        }
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    }
  }

  function onboard(body: object, user = OWNER) {
    return portal.post('/tenants', { request: tenant(), ...body }, user);
  }

  async function ended(id: string): Promise<Operation> {
    for (;;) {
      const { body } = await portal.get(`/operations/${id}`, OWNER);
      if (body.state !== 'running') {
        return body;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  function names(cluster: string): string[] {
    const { objects } = sandbox.cluster(cluster);
    return (['secrets', 'backupstoragelocations', 'schedules'] as const)
      .flatMap(resource =>
        objects
          .list(resource)
          .map(({ metadata }) => `${resource}/${metadata.name}`),
      )
      .sort();
  }

  const BEFORE = ['backupstoragelocations/default'];

  it.each([
    ['payments-owner', 'group:default/payments', ['payments'], 4],
    ['engineer', 'payments', ['payments'], 4],
    ['payments-owner', 'group:default/shop', [], 5],
    ['visitor', 'group:default/payments', [], 5],
  ])(
    'tells %s which namespaces are proven to be of %s, and of others only how many',
    async (user, owner, namespaces, others) => {
      const path = `/tenants/namespaces?owner=${encodeURIComponent(owner)}`;
      const { status, body } = await portal.get(path, user);
      expect(status).toBe(200);
      expect(body.items).toMatchObject([
        { name: 'eu', state: 'live', namespaces, others },
        { name: 'us', state: 'live', namespaces, others },
      ]);
      expect((await portal.get('/tenants/namespaces', user)).status).toBe(400);
    },
  );

  it('plans locations, credentials and schedules for each cluster, and writes nothing', async () => {
    const { status, body } = await plan();
    expect(status).toBe(200);
    expect(
      body.changes.map(
        ({ cluster, kind, name, change }: Record<string, string>) =>
          `${change} ${cluster} ${kind} ${name}`,
      ),
    ).toEqual([
      'create eu Secret payments--credentials--v1',
      'create eu BackupStorageLocation payments--eu',
      'create eu BackupStorageLocation payments--us',
      'create eu Schedule payments--eu--all',
      'create eu Schedule payments--eu--databases',
      'create eu Schedule payments--eu--secrets',
      'create eu Schedule payments--eu--volumes',
      'create us Secret payments--credentials--v1',
      'create us BackupStorageLocation payments--us',
      'create us BackupStorageLocation payments--eu',
      'create us Schedule payments--us--all',
      'create us Schedule payments--us--databases',
      'create us Schedule payments--us--secrets',
      'create us Schedule payments--us--volumes',
    ]);
    expect(body.manifests.length).toBeGreaterThan(3);
    expect(names('eu')).toEqual(BEFORE);
  });

  it('makes what was planned, with a first backup that the other region lists', async () => {
    const { status, body } = await onboard({
      request: tenant({ firstBackup: true }),
      credentials: RIGHT,
    });
    expect(status).toBe(202);
    const operation = await ended(body.id);
    expect(operation.clusters).toMatchObject([
      { cluster: 'eu', state: 'applied' },
      { cluster: 'us', state: 'applied' },
    ]);
    expect(operation).toMatchObject({
      state: 'succeeded',
      tenant: 'payments',
      owner: 'group:default/payments',
      requestedBy: 'user:default/payments-owner',
    });
    expect(names('eu')).toHaveLength(1 + 1 + 2 + 4);
    const inUs = () =>
      sandbox
        .cluster('us')
        .objects.list('backups')
        .map(({ metadata }) => metadata.name);
    const ofEu = `payments--eu--all-first-${body.id.slice(0, 8)}`;
    for (let i = 0; i < 100 && !inUs().includes(ofEu); i++) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    expect(inUs()).toContain(ofEu);
  });

  it('changes nothing the second time, and says so', async () => {
    const { body: first } = await onboard({ credentials: RIGHT });
    await ended(first.id);
    await planned(({ body }) =>
      expect(JSON.stringify(body)).not.toContain('"create"'),
    );
    const { status, body: second } = await onboard({ credentials: RIGHT });
    expect(status).toBe(202);
    const { state, clusters } = await ended(second.id);
    expect(state).toBe('succeeded');
    expect(clusters.map(cluster => cluster.state)).toEqual([
      'unchanged',
      'unchanged',
    ]);
  });

  it('wants changes of what is there to be looked at', async () => {
    const { body: first } = await onboard({ credentials: RIGHT });
    await ended(first.id);
    await planned(({ body }) =>
      expect(JSON.stringify(body)).not.toContain('"create"'),
    );
    const request = tenant({ schedules: { all: { cron: '5 5 * * *' } } });
    const { body: changed } = await plan(request);
    expect(
      changed.changes.filter(
        ({ change }: { change: string }) => change === 'change',
      ),
    ).toMatchObject([
      {
        cluster: 'eu',
        name: 'payments--eu--all',
        fields: [{ path: 'spec.schedule', after: '"5 5 * * *"' }],
      },
      { cluster: 'us', name: 'payments--us--all' },
    ]);
    const refused = await onboard({ request, credentials: RIGHT });
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain(
      'What is there would be another: change Schedule payments--eu--all in eu',
    );
    const accepted = await onboard({
      request,
      credentials: RIGHT,
      accepted: changed.digest,
    });
    expect(accepted.status).toBe(202);
    expect(await ended(accepted.body.id)).toMatchObject({ state: 'succeeded' });
  });

  it('removes a schedule that is switched off, once that was looked at', async () => {
    const { body: first } = await onboard({ credentials: RIGHT });
    await ended(first.id);
    const request = tenant({ schedules: { secrets: { enabled: false } } });
    const { body: changed } = await plan(request);
    expect(
      changed.changes.filter(
        ({ change }: { change: string }) => change === 'remove',
      ),
    ).toMatchObject([
      { name: 'payments--eu--secrets' },
      { name: 'payments--us--secrets' },
    ]);
    const { digest: accepted } = changed;
    const { body } = await onboard({ request, credentials: RIGHT, accepted });
    expect(await ended(body.id)).toMatchObject({ state: 'succeeded' });
    expect(names('eu')).not.toContain('schedules/payments--eu--secrets');
  });

  it('takes everything back with a wrong key, says what Velero says, and keeps the key nowhere', async () => {
    const { body } = await onboard({ credentials: WRONG });
    const operation = await ended(body.id);
    expect(operation.state).toBe('failed');
    expect(operation.clusters).toMatchObject([
      {
        state: 'undone',
        message: expect.stringContaining('Velero cannot use'),
      },
      { state: 'undone' },
    ]);
    expect(names('eu')).toEqual(BEFORE);
    expect(names('us')).toEqual(BEFORE);
    const traces = JSON.stringify([operation, logged, auditor]);
    expect(traces).not.toContain('canary');
  });

  it('moves to another credential', async () => {
    const { body: first } = await onboard({ credentials: WRONG });
    await ended(first.id);
    const { body: second } = await onboard({ credentials: RIGHT });
    expect(await ended(second.id)).toMatchObject({ state: 'succeeded' });
  });

  it('lets one operation at a time write to a bucket', async () => {
    const answers = await Promise.all(
      ['one', 'two', 'three'].map(() => onboard({ credentials: RIGHT })),
    );
    const begun = answers.filter(({ status }) => status === 202);
    expect(begun).toHaveLength(1);
    const [other] = answers.filter(({ status }) => status === 409);
    expect(other.body.error.message).toContain(
      `is being onboarded at this moment, by operation ${begun[0].body.id}`,
    );
    await ended(begun[0].body.id);
  });

  it('refuses namespaces of others, and names every problem at once', async () => {
    const request = tenant({
      clusters: [{ cluster: 'eu', namespaces: ['shop', 'payments'] }],
      schedules: { all: { keepFor: '30d' } },
    });
    const { status, body } = await onboard({ request, credentials: RIGHT });
    expect(status).toBe(400);
    expect(
      body.error.refusals.map(({ code }: { code: string }) => code),
    ).toEqual(['namespace-unproven', 'duration-invalid']);
    expect(body.error.message).toContain('720h');
    expect(names('eu')).toEqual(BEFORE);
  });

  it('refuses a credential without its parts, and repeats none of them', async () => {
    const { status, body } = await onboard({
      credentials: { credentials: { accessKeyId: 'canary' } },
    });
    expect(status).toBe(400);
    expect(body.error.message).toMatch(
      /^credentials.credentials.secretAccessKey: /,
    );
    expect(JSON.stringify(body)).not.toContain('canary');
  });

  it('shows an operation to whom it concerns only', async () => {
    const { body } = await onboard({ credentials: RIGHT });
    const path = `/operations/${body.id}`;
    expect((await portal.get(path, 'shop-owner')).status).toBe(404);
    expect((await portal.post(`${path}/cancel`, {}, 'visitor')).status).toBe(
      404,
    );
    expect((await portal.get(path, 'engineer')).status).toBe(200);
    await ended(body.id);
  });
});
