import {
  OnboardingFixture,
  RIGHT,
  tenant,
  WRONG,
} from '../onboarding/__testUtils__/OnboardingFixture';

jest.setTimeout(60_000);

describe('onboarding', () => {
  let fixture: OnboardingFixture;

  beforeEach(async () => {
    fixture = await OnboardingFixture.start();
  });

  afterEach(() => fixture.stop());

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
      const { status, body } = await fixture.get(path, user);
      expect(status).toBe(200);
      expect(body.items).toMatchObject([
        { name: 'eu', state: 'live', namespaces, others },
        { name: 'us', state: 'live', namespaces, others },
      ]);
      expect((await fixture.get('/tenants/namespaces', user)).status).toBe(400);
    },
  );

  it('plans locations, credentials and schedules for each cluster, and writes nothing', async () => {
    const { status, body } = await fixture.plan();
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
    expect(fixture.names('eu')).toEqual(BEFORE);
  });

  it('refuses a store that Velero has no plugin for', async () => {
    const request = tenant({
      storage: {
        provider: 'google-gcs',
        credential: { given: {} },
      },
    });
    const { body } = await fixture.plan(request);
    expect(body.refusals).toMatchObject([
      { code: 'plugin-missing', field: 'clusters[0].cluster' },
      { code: 'plugin-missing' },
    ]);
    expect(body.refusals[0].remedy).toContain('velero-plugin-for-gcp');
    const left = fixture.sandbox
      .cluster('eu')
      .objects.list('serverstatusrequests');
    expect(left).toEqual([]);
  });

  it('refuses a store that is in one of the clusters', async () => {
    fixture.sandbox.cluster('us').objects.put('services', {
      metadata: { name: 'minio', namespace: 'shop' },
      spec: { externalIPs: ['198.51.100.7'] },
    });
    const request = tenant({
      storage: {
        provider: 'other-s3',
        values: { endpoint: 'https://198.51.100.7', region: 'any' },
        credential: { given: {} },
      },
    });
    const { body } = await fixture.plan(request);
    expect(body.refusals).toMatchObject([
      {
        code: 'endpoint-in-cluster',
        message: expect.stringContaining('Service shop/minio'),
      },
    ]);
  });

  it('makes what was planned, with a first backup that the other region lists', async () => {
    const { status, body } = await fixture.onboard({
      request: tenant({ firstBackup: true }),
      credentials: RIGHT,
    });
    expect(status).toBe(202);
    const operation = await fixture.ended(body.id);
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
    expect(fixture.names('eu')).toHaveLength(1 + 1 + 2 + 4);
    await fixture.untilBackup(
      'us',
      `payments--eu--all-first-${body.id.slice(0, 8)}`,
    );
  });

  it('changes nothing the second time, and says so', async () => {
    const { body: first } = await fixture.onboard({ credentials: RIGHT });
    await fixture.ended(first.id);
    const { status, body: second } = await fixture.onboard({
      credentials: RIGHT,
    });
    expect(status).toBe(202);
    const { state, clusters } = await fixture.ended(second.id);
    expect(state).toBe('succeeded');
    expect(clusters.map(cluster => cluster.state)).toEqual([
      'unchanged',
      'unchanged',
    ]);
  });

  it('wants changes of what is there to be looked at', async () => {
    const { body: first } = await fixture.onboard({ credentials: RIGHT });
    await fixture.ended(first.id);
    const request = tenant({ schedules: { all: { cron: '5 5 * * *' } } });
    const { body: changed } = await fixture.plan(request);
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
    const refused = await fixture.onboard({ request, credentials: RIGHT });
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain(
      'What is there would be another: change Schedule payments--eu--all in eu',
    );
    const accepted = await fixture.onboard({
      request,
      credentials: RIGHT,
      accepted: changed.digest,
    });
    expect(accepted.status).toBe(202);
    expect(await fixture.ended(accepted.body.id)).toMatchObject({
      state: 'succeeded',
    });
  });

  it('removes a schedule that is switched off, once that was looked at', async () => {
    const { body: first } = await fixture.onboard({ credentials: RIGHT });
    await fixture.ended(first.id);
    const request = tenant({ schedules: { secrets: { enabled: false } } });
    const { body: changed } = await fixture.plan(request);
    expect(
      changed.changes.filter(
        ({ change }: { change: string }) => change === 'remove',
      ),
    ).toMatchObject([
      { name: 'payments--eu--secrets' },
      { name: 'payments--us--secrets' },
    ]);
    const { digest: accepted } = changed;
    const { body } = await fixture.onboard({
      request,
      credentials: RIGHT,
      accepted,
    });
    expect(await fixture.ended(body.id)).toMatchObject({ state: 'succeeded' });
    expect(fixture.names('eu')).not.toContain(
      'schedules/payments--eu--secrets',
    );
  });

  it('takes everything back with a wrong key, says what Velero says, and keeps the key nowhere', async () => {
    const { body } = await fixture.onboard({ credentials: WRONG });
    const operation = await fixture.ended(body.id);
    expect(operation.state).toBe('failed');
    expect(operation.clusters).toMatchObject([
      {
        state: 'undone',
        message: expect.stringContaining('Velero cannot use'),
      },
      { state: 'undone' },
    ]);
    expect(fixture.names('eu')).toEqual(BEFORE);
    expect(fixture.names('us')).toEqual(BEFORE);
    const traces = JSON.stringify([operation, fixture.logged, fixture.auditor]);
    expect(traces).not.toContain('canary');
  });

  it('moves to another credential', async () => {
    const { body: first } = await fixture.onboard({ credentials: WRONG });
    await fixture.ended(first.id);
    const { body: second } = await fixture.onboard({ credentials: RIGHT });
    expect(await fixture.ended(second.id)).toMatchObject({
      state: 'succeeded',
    });
  });

  it('lets one operation at a time write to a bucket', async () => {
    // Velero is asked twice before a key counts as wrong, so that this one lasts.
    const { body } = await fixture.onboard({ credentials: WRONG });
    const others = await Promise.all(
      ['two', 'three'].map(() => fixture.onboard({ credentials: RIGHT })),
    );
    expect(others.map(({ status }) => status)).toEqual([409, 409]);
    expect(others[0].body.error.message).toContain(
      `is being worked on at this moment, by operation ${body.id}`,
    );
    await fixture.ended(body.id);
  });

  it('refuses namespaces of others, and names every problem at once', async () => {
    const request = tenant({
      clusters: [{ cluster: 'eu', namespaces: ['shop', 'payments'] }],
      schedules: { all: { keepFor: '30d' } },
    });
    const { status, body } = await fixture.onboard({
      request,
      credentials: RIGHT,
    });
    expect(status).toBe(400);
    expect(
      body.error.refusals.map(({ code }: { code: string }) => code),
    ).toEqual(['namespace-unproven', 'duration-invalid']);
    expect(body.error.message).toContain('720h');
    expect(fixture.names('eu')).toEqual(BEFORE);
  });

  it('refuses a credential without its parts, and repeats none of them', async () => {
    const { status, body } = await fixture.onboard({
      credentials: { credentials: { accessKeyId: 'canary' } },
    });
    expect(status).toBe(400);
    expect(body.error.message).toMatch(
      /^credentials.credentials.secretAccessKey: /,
    );
    expect(JSON.stringify(body)).not.toContain('canary');
  });

  it('shows an operation to whom it concerns only', async () => {
    const { body } = await fixture.onboard({ credentials: RIGHT });
    const path = `/operations/${body.id}`;
    expect((await fixture.get(path, 'shop-owner')).status).toBe(404);
    expect((await fixture.post(`${path}/cancel`, {}, 'visitor')).status).toBe(
      404,
    );
    expect((await fixture.get(path, 'engineer')).status).toBe(200);
    await fixture.ended(body.id);
  });

  it('pauses the schedules of a tenant, keeps its backups, and says until when they live', async () => {
    const request = tenant({ firstBackup: true });
    const { body: first } = await fixture.onboard({
      request,
      credentials: RIGHT,
    });
    await fixture.ended(first.id);
    const backup = `payments--eu--all-first-${first.id.slice(0, 8)}`;
    await fixture.untilBackup('eu', backup);
    await fixture.untilCollected(backup);
    const path = '/tenants/payments/offboard';
    expect((await fixture.post(path, {}, 'shop-owner')).status).toBe(404);
    const { status, body } = await fixture.post(path, {});
    expect(status).toBe(202);
    const operation = await fixture.ended(body.id);
    expect(operation).toMatchObject({
      kind: 'offboard',
      state: 'succeeded',
      clusters: [
        { cluster: 'eu', state: 'applied' },
        { cluster: 'us', state: 'applied' },
      ],
    });
    expect(operation.clusters[0].steps[0]).toMatchObject({
      title: 'Pause schedule payments--eu--all',
      message: expect.stringMatching(
        /^Its backups stay; the last one expires at 20..-/,
      ),
    });
    expect(fixture.paused('eu')).toEqual([true, true, true, true]);
    const { body: again } = await fixture.post(path, {});
    expect(
      (await fixture.ended(again.id)).clusters.map(({ state }) => state),
    ).toEqual(['unchanged', 'unchanged']);
  });

  it('has paused schedules run again when the tenant comes back', async () => {
    const { body: first } = await fixture.onboard({ credentials: RIGHT });
    await fixture.ended(first.id);
    const { body: paused } = await fixture.post(
      '/tenants/payments/offboard',
      {},
    );
    await fixture.ended(paused.id);
    const { body: plan } = await fixture.plan();
    expect(
      plan.changes.filter(
        ({ change }: { change: string }) => change === 'change',
      ).length,
    ).toBe(8);
    const { body: back } = await fixture.onboard({
      credentials: RIGHT,
      accepted: plan.digest,
    });
    expect(await fixture.ended(back.id)).toMatchObject({ state: 'succeeded' });
    expect(fixture.paused('eu')).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([[false], [true]])(
    'lets nobody take the name of a tenant to lead its backups elsewhere (takeOver: %s)',
    async takeOver => {
      const { body: first } = await fixture.onboard({ credentials: RIGHT });
      await fixture.ended(first.id);
      const before = fixture.sandbox.cluster('eu').objects.list('schedules');
      const request = tenant({
        owner: 'group:default/shop',
        storage: {
          provider: 'aws-s3',
          values: { region: 'eu-central-1' },
          bucket: 'platform',
          credential: { given: {} },
        },
        clusters: [{ cluster: 'eu', namespaces: ['shop'] }],
        takeOver,
      });
      const answer = await fixture.post(
        '/tenants/plan',
        { request },
        'shop-owner',
      );
      expect(answer.body.plan).toBeUndefined();
      expect(
        new Set(answer.body.refusals.map(({ code }: { code: string }) => code)),
      ).toEqual(new Set(['name-taken']));
      const { status } = await fixture.onboard(
        { request, credentials: RIGHT },
        'shop-owner',
      );
      expect(status).toBe(400);
      expect(fixture.sandbox.cluster('eu').objects.list('schedules')).toEqual(
        before,
      );
    },
  );
});
