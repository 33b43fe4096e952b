import { BackupNowFixture } from '../operations/__testUtils__/BackupNowFixture';

jest.setTimeout(60_000);

const NAME = 'payments-api-eu-nightly';

describe('a schedule of an entity', () => {
  let fixture: BackupNowFixture;

  beforeEach(async () => {
    fixture = await BackupNowFixture.start();
  });

  afterEach(() => fixture?.stop());

  const made = () =>
    fixture.cluster.objects
      .list('schedules')
      .filter(({ metadata }) => !metadata.name.startsWith('to-'));

  it('is made of the chosen namespaces alone, from nothing but what was chosen', async () => {
    const { status, body } = await fixture.schedule({
      namespaces: ['payments-db', 'payments'],
      keepFor: '48h',
      volumes: 'none',
      paused: true,
    });
    expect(body).toEqual({
      outcome: 'created',
      cluster: 'eu',
      veleroNamespace: 'velero',
      name: NAME,
      namespaces: ['payments', 'payments-db'],
      cron: '0 2 * * *',
      keepFor: '48h',
      storageLocation: 'archive',
      volumes: 'none',
      paused: true,
      warnings: [],
    });
    expect(status).toBe(201);
    const [{ metadata, spec }] = made();
    const labels = { 'app.kubernetes.io/managed-by': 'velero-for-backstage' };
    expect(metadata).toMatchObject({
      name: NAME,
      labels,
      annotations: {
        'backstage.io/entity-ref': 'component:default/payments-api',
        'backstage.io/requested-by': 'user:default/payments-owner',
      },
    });
    expect(spec).toEqual({
      schedule: '0 2 * * *',
      paused: true,
      skipImmediately: false,
      useOwnerReferencesInBackup: false,
      template: {
        metadata: { labels },
        includedNamespaces: ['payments', 'payments-db'],
        excludedResources: ['events', 'events.events.k8s.io'],
        storageLocation: 'archive',
        ttl: '48h0m0s',
        snapshotVolumes: false,
        defaultVolumesToFsBackup: false,
      },
    });
  });

  it('is called Enabled by Velero, and shown with its entity', async () => {
    await fixture.schedule();
    await fixture.portal.eventually(
      '/entities/by-name/component/default/payments-api/schedules',
      'payments-owner',
      ({ body }) =>
        expect(body.items).toContainEqual(
          expect.objectContaining({ name: NAME, phase: 'Enabled' }),
        ),
    );
  });

  it('is as it was when it is asked for again, by whomever it belongs to', async () => {
    await fixture.schedule();
    const before = made();
    const { status, body } = await fixture.schedule({}, 'engineer');
    expect(status).toBe(200);
    expect(body).toMatchObject({ outcome: 'unchanged', name: NAME });
    expect(made().map(({ metadata }) => metadata.uid)).toEqual(
      before.map(({ metadata }) => metadata.uid),
    );
  });

  it('is never changed: what would be another is named', async () => {
    await fixture.schedule();
    const before = made()[0].spec;
    const { status, body } = await fixture.schedule({
      cron: '5 3 * * *',
      namespaces: ['payments', 'payments-db'],
    });
    expect(status).toBe(409);
    expect(body.error).toMatchObject({
      reason: 'schedule-differs',
      message: expect.stringContaining(
        'spec.schedule is "0 2 * * *", not "5 3 * * *"; spec.template.includedNamespaces is ["payments"], not ["payments","payments-db"]',
      ),
    });
    expect(made()[0].spec).toEqual(before);
  });

  it('takes no name of somebody else, and tells nothing of what has it', async () => {
    fixture.cluster.objects.put('schedules', {
      metadata: { name: NAME, namespace: 'velero' },
      spec: {
        schedule: '7 7 * * *',
        template: { includedNamespaces: ['shop'] },
      },
    });
    const { status, body } = await fixture.schedule();
    expect(status).toBe(409);
    expect(body.error.reason).toBe('name-taken');
    expect(body.error.message).not.toMatch(/7 7|shop/);
  });

  it('is made once by those who ask at the same time', async () => {
    const answers = await Promise.all([
      fixture.schedule(),
      fixture.schedule(),
      fixture.schedule(),
    ]);
    for (const { status } of answers) {
      expect([200, 201]).toContain(status);
    }
    expect(made()).toHaveLength(1);
  });

  it('is only checked in a dry run', async () => {
    const { status, body } = await fixture.schedule({ dryRun: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({ outcome: 'planned', name: NAME });
    expect(made()).toEqual([]);
    await fixture.schedule();
    const again = await fixture.schedule({ dryRun: true });
    expect(again.body.outcome).toBe('unchanged');
  });

  it('says what to know of it', async () => {
    const { body } = await fixture.schedule({
      cron: '@every 6h',
      keepFor: '1h',
    });
    expect(body.warnings).toEqual([
      expect.stringContaining('A backup is gone after 1h, before the next one'),
    ]);
  });

  it('is found when the answer of the cluster was lost', async () => {
    fixture.proxy.lose('answer');
    const { status, body } = await fixture.schedule();
    expect(status).toBe(201);
    expect(body.outcome).toBe('created');
    expect(made()).toHaveLength(1);
  });

  it('is sent again when the cluster did not get it', async () => {
    fixture.proxy.lose('request');
    expect((await fixture.schedule()).status).toBe(201);
    expect(made()).toHaveLength(1);
  });

  it('is not known when the cluster says nothing more, and how to look for it', async () => {
    fixture.proxy.lose('everything-after');
    const { status, body } = await fixture.schedule();
    expect(status).toBe(504);
    expect(body.error).toMatchObject({
      reason: 'not-known',
      message: expect.stringContaining(
        `kubectl --context eu --namespace velero get schedules.velero.io ${NAME}`,
      ),
    });
  });

  it('is known to the auditor, and so is a refusal', async () => {
    const { body } = await fixture.schedule();
    const refused = await fixture.schedule({ keepFor: '1h' });
    const request = {
      actionType: 'create',
      entityRef: 'component:default/payments-api',
      cluster: 'eu',
      name: 'nightly',
    };
    expect(fixture.auditor.events).toMatchObject([
      {
        eventId: 'schedule-mutate',
        severityLevel: 'medium',
        meta: request,
        outcome: 'success',
        result: body,
      },
      { meta: request, outcome: 'fail', error: refused.body.error.message },
    ]);
  });
});
