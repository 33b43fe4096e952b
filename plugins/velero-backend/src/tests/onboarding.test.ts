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

  it('plans a first backup once, and makes no second one', async () => {
    const request = tenant({ firstBackup: true });
    const backupsOf = async () => {
      const { body } = await fixture.plan(request);
      return body.changes.filter(
        ({ kind }: { kind: string }) => kind === 'Backup',
      );
    };
    expect(await backupsOf()).toMatchObject([
      { cluster: 'eu', name: 'payments--eu--all-first', change: 'create' },
      { cluster: 'us', name: 'payments--us--all-first', change: 'create' },
    ]);
    const order = { request, credentials: RIGHT };
    const { body: first } = await fixture.onboard(order);
    await fixture.ended(first.id);
    const { body: second } = await fixture.onboard(order);
    const { clusters } = await fixture.ended(second.id);
    expect(clusters.map(({ state }) => state)).toEqual([
      'unchanged',
      'unchanged',
    ]);
    const backup = `payments--eu--all-first-${first.id.slice(0, 8)}`;
    await fixture.untilCollected(backup);
    const [planned] = await backupsOf();
    expect(planned).toMatchObject({ name: backup, change: 'unchanged' });
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
    expect(refused.body.error.digest).toBe(changed.digest);
    expect(refused.body.error.message).toContain(
      'What is there would be another, and nothing was written: change Schedule payments--eu--all in eu (spec.schedule)',
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

  it('shows the earlier Secret that a new credential has removed, and removes it', async () => {
    const { body: first } = await fixture.onboard({ credentials: RIGHT });
    await fixture.ended(first.id);
    const { storage } = tenant();
    const request = tenant({
      storage: { ...storage, credential: { given: { version: 2 } } },
    });
    const { body: plan } = await fixture.plan(request);
    const removed = plan.changes.filter(
      ({ change }: { change: string }) => change === 'remove',
    );
    const kind = 'Secret';
    const name = 'payments--credentials--v1';
    expect(removed).toEqual([
      { cluster: 'eu', kind, name, change: 'remove' },
      { cluster: 'us', kind, name, change: 'remove' },
    ]);
    const { body } = await fixture.onboard({
      request,
      credentials: RIGHT,
      accepted: plan.digest,
    });
    expect(await fixture.ended(body.id)).toMatchObject({ state: 'succeeded' });
    expect(fixture.names('eu')).not.toContain(`secrets/${name}`);
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
    const { storage } = tenant();
    const stranger = tenant({
      tenant: 'shop',
      owner: 'group:default/shop',
      clusters: [{ cluster: 'eu', namespaces: ['shop'], prefix: 'shop' }],
      storage: { ...storage, bucket: 'payments-backups' },
    });
    const { status, body: refusal } = await fixture.onboard(
      { request: stranger, credentials: RIGHT },
      'shop-owner',
    );
    expect([status, refusal.error.message]).toEqual([
      409,
      'Another operation is under way in the same storage or under the same name. Try again when it has ended',
    ]);
    await fixture.ended(body.id);
  });

  it('takes no more orders of one person than 30 in a minute', async () => {
    const order = { request: {}, credentials: RIGHT };
    const statuses = [];
    for (let count = 0; count < 31; count++) {
      statuses.push((await fixture.onboard(order)).status);
    }
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set([400]));
    expect(statuses.at(-1)).toBe(429);
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
