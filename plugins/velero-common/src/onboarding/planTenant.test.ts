import { ACCOUNT, BOTH, fleet, request } from './__testUtils__/onboardingFleet';
import { planOf } from './__testUtils__/planOf';
import { planTenant } from './planTenant';
import { objectsOfPlan } from './TenantPlan';

describe('planTenant', () => {
  it('makes a Secret, a location and four schedules, in this order', () => {
    const [eu] = planOf().clusters;
    expect(
      objectsOfPlan(eu).map(({ kind, metadata }) => `${kind} ${metadata.name}`),
    ).toEqual([
      'Secret payments--credentials--v1',
      'BackupStorageLocation payments--eu-west',
      'Schedule payments--eu-west--all',
      'Schedule payments--eu-west--databases',
      'Schedule payments--eu-west--secrets',
      'Schedule payments--eu-west--volumes',
    ]);
  });

  it('makes the location that the provider needs', () => {
    const [{ locations }] = planOf().clusters;
    expect(locations[0].object.spec).toEqual({
      provider: 'aws',
      accessMode: 'ReadWrite',
      objectStorage: { bucket: 'payments-backups', prefix: 'eu-west' },
      config: {
        checksumAlgorithm: '',
        region: 'auto',
        s3Url: `https://${ACCOUNT}.r2.cloudflarestorage.com`,
      },
      credential: { name: 'payments--credentials--v1', key: 'cloud' },
    });
  });

  it('marks all objects as the tenant’s', () => {
    for (const { metadata } of objectsOfPlan(planOf().clusters[0])) {
      expect(metadata.namespace).toBe('velero');
      expect(metadata.labels).toMatchObject({
        'app.kubernetes.io/managed-by': 'velero-for-backstage',
        'backstage.io/velero-tenant': 'payments',
        'backstage.io/velero-portal': 'acme',
      });
      expect(metadata.annotations).toEqual({
        'backstage.io/owner': 'group:default/payments',
      });
    }
  });

  it('has each region write below its own prefix and read the other', () => {
    const { clusters, places } = planOf({ clusters: BOTH });
    const seen = clusters.map(({ cluster: name, locations }) => [
      name,
      ...locations.map(
        ({ object: { metadata, spec } }) =>
          `${metadata.name} ${spec.accessMode} ${spec.objectStorage.prefix}`,
      ),
    ]);
    expect(seen).toEqual([
      [
        'eu-west',
        'payments--eu-west ReadWrite eu-west',
        'payments--us-east ReadOnly us-east',
      ],
      [
        'us-east',
        'payments--us-east ReadWrite us-east',
        'payments--eu-west ReadOnly eu-west',
      ],
    ]);
    expect(places).toMatchObject([
      { writer: 'eu-west', readers: ['us-east'], replica: false },
      { writer: 'us-east', readers: ['eu-west'], replica: false },
    ]);
  });

  it('reads a replica instead of the bucket that the other region writes to', () => {
    const aws = (region: string, bucket: string, name: string) => ({
      provider: 'aws-s3' as const,
      values: { region },
      bucket,
      credential: { given: { name } },
    });
    const { clusters, places } = planOf({
      storage: aws('eu-central-1', 'payments-eu', 'eu'),
      clusters: [
        BOTH[0],
        {
          ...BOTH[1],
          storage: aws('us-east-1', 'payments-us', 'us'),
          replicas: [
            {
              cluster: 'eu-west',
              storage: aws('us-east-1', 'payments-eu-replica', 'us'),
            },
          ],
        },
      ],
    });
    expect(clusters[1].locations.map(({ object }) => object)).toMatchObject([
      {
        spec: {
          accessMode: 'ReadWrite',
          objectStorage: { bucket: 'payments-us' },
        },
      },
      {
        metadata: { name: 'payments--eu-west' },
        spec: {
          accessMode: 'ReadOnly',
          objectStorage: {
            bucket: 'payments-eu-replica',
            prefix: 'payments--eu-west',
          },
          config: { region: 'us-east-1' },
          credential: { name: 'payments--us--v1' },
        },
      },
    ]);
    expect(clusters[1].credentials.map(({ given }) => given)).toEqual(['us']);
    expect(places).toMatchObject([
      { writer: 'eu-west', bucket: 'payments-eu', replica: false, readers: [] },
      { writer: 'us-east', bucket: 'payments-us', readers: ['eu-west'] },
      {
        writer: 'eu-west',
        bucket: 'payments-eu-replica',
        replica: true,
        readers: ['us-east'],
      },
    ]);
  });

  it('lets clusters be without each other when that is wanted', () => {
    const { clusters } = planOf({ clusters: BOTH, readOthers: false });
    expect(clusters.map(({ locations }) => locations.length)).toEqual([1, 1]);
  });

  it('checks a storage that no cluster uses, too', () => {
    const { storage } = request();
    const { refusals } = planTenant(
      request({
        storage: { ...storage, values: { accountId: 'nobody' } },
        clusters: [{ ...BOTH[0], storage }],
      }),
      fleet(),
    );
    expect(refusals).toMatchObject([
      { code: 'provider-field', field: 'storage.values.accountId' },
    ]);
  });

  it('names all that is wrong at once', () => {
    const { plan, refusals } = planTenant(
      request({
        tenant: 'Payments',
        storage: {
          provider: 'cloudflare-r2',
          values: { accountId: 'me' },
          bucket: 'No Bucket',
          config: { credentialsFile: '/etc/passwd' },
          credential: {
            existingSecret: { name: 'cloud-credentials', key: 'cloud' },
          },
        },
        clusters: [{ cluster: 'mars', namespaces: ['payments', 'velero'] }],
        schedules: { all: { cron: '0 25 * * *', keepFor: '30d' } },
      }),
      fleet(),
    );
    expect(plan).toBeUndefined();
    expect(refusals.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'name-invalid tenant',
      'cluster-unknown clusters[0].cluster',
      'provider-field storage.values.accountId',
      'bucket-invalid storage.bucket',
      'config-key storage.config.credentialsFile',
      'credential-not-tenants storage.credential.existingSecret.name',
      'cron-invalid schedules.all.cron',
      'duration-invalid schedules.all.keepFor',
    ]);
    for (const { message, remedy } of refusals) {
      expect(message).not.toBe('');
      expect(remedy).not.toBe('');
    }
  });
});
