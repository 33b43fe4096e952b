import { BackupNowFixture } from '../operations/__testUtils__/BackupNowFixture';

jest.setTimeout(60_000);

const NAME = /^payments-api-eu-\d{14}(-\d)?$/;

describe('back up now makes a backup', () => {
  let fixture: BackupNowFixture;

  beforeEach(async () => {
    fixture = await BackupNowFixture.start();
  });

  afterEach(() => fixture?.stop());

  const untilEnded = async (name: string) => {
    const { body } = await fixture.portal.eventually(
      `/clusters/eu/backups/velero/${name}`,
      'payments-owner',
      response =>
        expect(response.body).toMatchObject({ lifecycle: 'finished' }),
    );
    return body;
  };

  it('that Velero completes, of the chosen namespaces alone', async () => {
    const { status, body } = await fixture.backUp({
      namespaces: ['payments-db', 'payments'],
      keepFor: '48h',
      volumes: 'none',
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      cluster: 'eu',
      veleroNamespace: 'velero',
      name: expect.stringMatching(NAME),
      namespaces: ['payments', 'payments-db'],
      storageLocation: 'archive',
      keepFor: '48h',
      volumes: 'none',
    });
    expect(await untilEnded(body.name)).toMatchObject({
      phase: 'Completed',
      namespaces: ['payments', 'payments-db'],
      shared: false,
      ttl: '48h',
    });
  });

  it('whose object says no more than was chosen, and who asked', async () => {
    fixture.cluster.velero.stop();
    await fixture.backUp();
    const [made] = fixture.backups();
    expect(made.spec).toEqual({
      includedNamespaces: ['payments'],
      storageLocation: 'archive',
      ttl: '720h',
    });
    expect(made.metadata).toMatchObject({
      labels: { 'app.kubernetes.io/managed-by': 'velero-for-backstage' },
      annotations: {
        'backstage.io/requested-by': 'user:default/payments-owner',
        'backstage.io/entity-ref': 'component:default/payments-api',
      },
    });
  });

  it('and has the auditor know of it', async () => {
    const { body } = await fixture.backUp();
    expect(fixture.auditor.events).toEqual([
      {
        eventId: 'backup-mutate',
        severityLevel: 'medium',
        user: expect.stringContaining('payments-owner'),
        meta: {
          actionType: 'create',
          entityRef: 'component:default/payments-api',
          cluster: 'eu',
          namespaces: ['payments'],
        },
        outcome: 'success',
        result: body,
      },
    ]);
  });

  it('for each of those who ask in the same second', async () => {
    const answers = await Promise.all([
      fixture.backUp(),
      fixture.backUp(),
      fixture.backUp(),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const names = new Set(answers.map(({ body }) => body.name));
    expect(names.size).toBe(3);
    expect(fixture.backups()).toHaveLength(3);
  });
});
