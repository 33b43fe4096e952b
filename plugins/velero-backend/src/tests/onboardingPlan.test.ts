import {
  OnboardingFixture,
  RIGHT,
  tenant,
} from '../onboarding/__testUtils__/OnboardingFixture';

jest.setTimeout(60_000);

describe('the plan of onboarding', () => {
  let fixture: OnboardingFixture;

  beforeEach(async () => {
    fixture = await OnboardingFixture.start();
  });

  afterEach(() => fixture.stop());

  const BEFORE = ['backupstoragelocations/default'];

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

  it('warns of files that fetch the credential of another tenant', async () => {
    const { body } = await fixture.post('/tenants/plan', {
      request: tenant(),
      credential: {
        type: 'external-secret',
        store: 'vault',
        remoteKeys: { credentials: 'shop/credentials' },
      },
    });
    expect(body.warnings).toContainEqual(
      expect.objectContaining({ code: 'remote-key-elsewhere' }),
    );
  });

  it.each<[string, object, string]>([
    ['no store', {}, 'missing'],
    ['what is no name', { store: 'vault`.\n\n# x' }, 'name-invalid'],
  ])(
    'makes no files that take a credential from %s',
    async (_title, parts, code) => {
      const { body } = await fixture.post('/tenants/plan', {
        request: tenant(),
        credential: { type: 'external-secret', ...parts },
      });
      expect(body).toMatchObject({
        refusals: [{ code, field: 'credential.store' }],
        manifests: [],
      });
      expect(body.plan).toBeUndefined();
    },
  );

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
});
