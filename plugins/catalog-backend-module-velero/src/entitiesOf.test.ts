import {
  Entity,
  FieldFormatEntityPolicy,
  resourceEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import {
  isVeleroAvailable,
  namespaceClaimsOf,
  TenantSummary,
} from 'backstage-plugin-velero-common';
import { location, PAYMENTS, tenant } from './__testUtils__/tenants';
import { entitiesOf } from './entitiesOf';

const policy = new FieldFormatEntityPolicy();

const make = (...tenants: TenantSummary[]) =>
  entitiesOf(tenants, { defaultOwner: 'group:default/platform' });

const namesOf = (entities: Entity[]) =>
  entities.map(({ metadata }) => metadata.name);

const onPremises = location({
  service: undefined,
  endpoint: 'https://s3.example.com',
  region: 'any',
});

describe('entitiesOf', () => {
  it('makes a tenant that depends on its bucket', () => {
    const [payments, bucket] = make(tenant());
    expect(payments).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: expect.stringMatching(/^backup-tenant-payments-[a-z0-9]{8}$/),
        title: 'payments',
        description: 'What Velero backs up for payments in eu',
        annotations: {
          'backstage.io/managed-by-location': 'velero:tenants',
          'backstage.io/managed-by-origin-location': 'velero:tenants',
          'velero.io/namespaces': 'eu/payments',
        },
      },
      spec: {
        type: 'backup-tenant',
        owner: PAYMENTS,
        dependsOn: [`resource:default/${bucket.metadata.name}`],
      },
    });
    expect(bucket).toMatchObject({
      kind: 'Resource',
      metadata: {
        title: 'payments-backups',
        description: 'Bucket that Velero keeps backups in, at AWS S3',
        annotations: {
          'velero.io/storage-provider': 'aws',
          'velero.io/storage-region': 'eu-central-1',
          'velero.io/storage-bucket': 'payments-backups',
        },
      },
      spec: { type: 'backup-storage-location', owner: PAYMENTS },
    });
  });

  it.each<[string, TenantSummary]>([
    ['a tenant as usual', tenant()],
    [
      'names that are long',
      tenant({
        tenant: 'x'.repeat(63),
        locations: [location({ bucket: 'y'.repeat(63) })],
      }),
    ],
    [
      'names that the catalog does not allow',
      tenant({
        tenant: 'Päyments/1',
        locations: [location({ bucket: 'b:ucket' })],
      }),
    ],
    [
      'an owner that is not in the catalog',
      tenant({ owner: 'user:other/gone' }),
    ],
    ['an owner that is none', tenant({ owner: '' })],
    ['a store that is not known', tenant({ locations: [onPremises] })],
    [
      'a location without a bucket',
      tenant({ locations: [location({ bucket: undefined })] }),
    ],
    ['no location', tenant({ locations: [] })],
    ['whole clusters', tenant({ scope: 'platform', namespaces: [] })],
  ])('makes valid entities of %s', async (_, odd) => {
    for (const entity of make(odd)) {
      expect(await resourceEntityV1alpha1Validator.check(entity)).toBe(true);
      await expect(policy.enforce(entity)).resolves.toBe(entity);
    }
  });

  it('keeps tenants apart that share a name, and buckets that share one', () => {
    const entities = make(
      tenant(),
      tenant({ owner: 'group:default/shop', locations: [onPremises] }),
    );
    expect(new Set(namesOf(entities)).size).toBe(4);
  });

  it('makes one entity of a bucket, whoever keeps backups there, and gives it to none of several', () => {
    const locations = [location({ prefix: 'shop' })];
    const shop = tenant({
      tenant: 'shop',
      owner: 'group:default/shop',
      locations,
    });
    const [, , bucket, ...more] = make(tenant(), shop);
    expect(more).toEqual([]);
    expect(bucket.spec!.owner).toBe('group:default/platform');
  });

  it('gives the same names again, whatever else there is', () => {
    const [one, bucket] = namesOf(make(tenant()));
    const again = namesOf(make(tenant({ owner: 'group:default/a' }), tenant()));
    expect(again).toEqual(expect.arrayContaining([one, bucket]));
  });

  it('claims what the tab can read only', () => {
    const [payments] = make(tenant({ namespaces: ['payments', 'pay-*'] }));
    expect(namespaceClaimsOf(payments)).toEqual([
      { cluster: 'eu', namespace: 'payments' },
    ]);
    const [platform] = make(tenant({ namespaces: [] }));
    expect(isVeleroAvailable(platform)).toBe(false);
  });
});
