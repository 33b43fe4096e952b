import { refused } from '../__testUtils__/found';
import {
  ACCOUNT,
  BOTH,
  fleet,
  request,
  settings,
} from '../__testUtils__/onboardingFleet';
import { FleetLocation } from '../FleetSnapshot';
import { tenantMarksOf } from '../ownershipMarks';
import { planTenant } from '../planTenant';
import { TenantCluster } from '../TenantRequest';

const OTHERS: FleetLocation = {
  cluster: 'us-east',
  veleroNamespace: 'velero',
  name: 'default',
  provider: 'velero.io/aws',
  endpoint: `https://${ACCOUNT}.r2.cloudflarestorage.com/`,
  bucket: 'payments-backups',
  prefix: 'eu-west',
  accessMode: 'ReadWrite',
};

const OWNER = tenantMarksOf(
  { tenant: 'payments', owner: 'group:default/payments' },
  { portal: 'acme' },
);

const SHOP = { ...OWNER, tenant: 'shop' };

describe('checkPlaces', () => {
  it.each<[string, Partial<FleetLocation>, string[]]>([
    ['another cluster writes there', {}, ['place-taken']],
    ['the same cluster writes there', { cluster: 'eu-west' }, ['place-taken']],
    ['even for the tenant itself', { owner: OWNER }, ['place-taken']],
    [
      'it is written otherwise',
      {
        endpoint: `https://payments-backups.${ACCOUNT.toUpperCase()}.eu.r2.cloudflarestorage.com:443`,
        prefix: '/eu-west/',
      },
      ['place-taken'],
    ],
    ['another cluster reads there', { accessMode: 'ReadOnly' }, []],
    [
      'another tenant reads there',
      { accessMode: 'ReadOnly', owner: { ...OWNER, tenant: 'shop' } },
      ['place-foreign'],
    ],
    [
      'the same cluster reads there',
      { accessMode: 'ReadOnly', cluster: 'eu-west' },
      ['place-doubled'],
    ],
    [
      'another Velero of the cluster reads there',
      { accessMode: 'ReadOnly', cluster: 'eu-west', veleroNamespace: 'other' },
      [],
    ],
    ['somebody writes at the root', { prefix: undefined }, ['bucket-root']],
    [
      'somebody reads at the root',
      { prefix: '', accessMode: 'ReadOnly' },
      ['bucket-root'],
    ],
    ['somebody writes within', { prefix: 'eu-west/old' }, ['place-nested']],
    ['the prefix only begins alike', { prefix: 'eu-west-2' }, []],
    ['it is another bucket', { bucket: 'payments-backups-2' }, []],
    [
      'it is another account',
      { endpoint: 'https://ffff.r2.cloudflarestorage.com' },
      [],
    ],
  ])('when %s', (_title, parts, codes) => {
    const snapshot = fleet({ locations: [{ ...OTHERS, ...parts }] });
    expect(refused({}, snapshot)).toEqual(
      codes.map(code => `${code} clusters[0].prefix`),
    );
  });

  it.each<[string, TenantCluster[], string[]]>([
    [
      'one prefix for two clusters',
      BOTH.map(cluster => ({ ...cluster, prefix: 'all' })),
      [
        'place-taken clusters[1].prefix',
        'place-doubled clusters[1].prefix',
        'place-doubled clusters[0].prefix',
      ],
    ],
    [
      'a prefix within another',
      [
        { ...BOTH[0], prefix: 'a' },
        { ...BOTH[1], prefix: 'a/b' },
      ],
      ['place-nested clusters[1].prefix', 'place-nested clusters[0].prefix'],
    ],
    [
      'the root beside a prefix',
      [{ ...BOTH[0], prefix: '' }, BOTH[1]],
      ['bucket-root clusters[1].prefix', 'bucket-root clusters[0].prefix'],
    ],
    [
      'a prefix of a letter’s case',
      [
        { ...BOTH[0], prefix: 'a' },
        { ...BOTH[1], prefix: 'b' },
      ],
      [],
    ],
    ['the root alone', [{ ...BOTH[0], prefix: '/' }], []],
  ])('of %s within a request', (_title, clusters, expected) => {
    expect([...new Set(refused({ clusters }))].sort()).toEqual(
      [...expected].sort(),
    );
  });

  it.each([
    ['axaaaa.compat', true],
    ['bxbbbb.compat', false],
    // With the bucket in the host it may be the bucket of any namespace.
    ['payments-backups.vhcompat', true],
    ['vhcompat', true],
  ])('at the host %s of OCI: %s', (start, isTaken) => {
    const storage = {
      provider: 'oci' as const,
      values: { namespace: 'axaaaa', region: 'eu-frankfurt-1' },
      credential: { given: {} },
    };
    const endpoint = `https://${start}.objectstorage.eu-frankfurt-1.oci.customer-oci.com`;
    const locations = [{ ...OTHERS, endpoint }];
    expect(refused({ storage }, fleet({ locations }))).toEqual(
      isTaken ? ['place-taken clusters[0].prefix'] : [],
    );
  });

  it('lets nobody read what others write as a replica', () => {
    const storage = {
      provider: 'cloudflare-r2' as const,
      values: { accountId: ACCOUNT },
      bucket: 'shop-backups',
      credential: { given: {} },
    };
    const replicas = [{ cluster: 'us-east', storage, prefix: 'us-east' }];
    const locations = [
      { ...OTHERS, bucket: 'shop-backups', prefix: 'us-east' },
    ];
    expect(
      refused({ clusters: [{ ...BOTH[0], replicas }] }, fleet({ locations })),
    ).toEqual(['place-foreign clusters[0].replicas[0].prefix']);
  });

  it('lets clusters read each other beside a reader of no mark', () => {
    const reader = {
      ...OTHERS,
      cluster: 'lab',
      accessMode: 'ReadOnly' as const,
    };
    expect(refused({ clusters: BOTH }, fleet({ locations: [reader] }))).toEqual(
      [],
    );
  });

  it.each<[string, object, object, string[]]>([
    ['another tenant reads', { owner: SHOP }, {}, ['place-foreign']],
    ['nobody knows who reads', { owner: undefined }, {}, ['place-foreign']],
    ['the tenant itself reads', { owner: OWNER }, {}, []],
    [
      'another tenant reads, of an administrator,',
      { owner: SHOP },
      { mayOnboardPlatform: true },
      ['place-foreign'],
    ],
    [
      'another tenant reads, taking it over without being an administrator,',
      { owner: SHOP },
      { takeOver: true },
      ['place-foreign'],
    ],
    [
      'another tenant read, of an administrator who takes it over,',
      { owner: SHOP },
      { mayOnboardPlatform: true, takeOver: true },
      [],
    ],
  ])('when %s as a replica', (_title, parts, rights, codes) => {
    const { takeOver, ...reader } = { takeOver: false, ...rights };
    const storage = {
      provider: 'aws-s3' as const,
      values: { region: 'us-east-1' },
      bucket: 'shop-replica',
      // It opens the buckets of all tenants.
      credential: { existingSecret: { name: 'cloud-shared', key: 'cloud' } },
    };
    const prefix = 'payments--us-east';
    const replicas = [{ cluster: 'us-east', storage, prefix }];
    const replica: FleetLocation = {
      ...{ cluster: 'us-east', veleroNamespace: 'velero', name: 'replica' },
      ...{ provider: 'aws', region: 'us-east-1', accessMode: 'ReadOnly' },
      ...{ bucket: 'shop-replica', prefix, ...parts },
    };
    expect(
      refused(
        { clusters: [{ ...BOTH[0], replicas }], takeOver },
        fleet({
          locations: [replica],
          settings: settings({ sharedSecrets: ['cloud-shared'] }),
          ...reader,
        }),
      ),
    ).toEqual(codes.map(code => `${code} clusters[0].replicas[0].prefix`));
  });

  it.each([
    [{}, 'a storage location of somebody else writes there already'],
    [{ owner: { ...OWNER, owner: 'others' } }, 'of somebody else writes there'],
    [{ owner: OWNER }, 'velero/default of cluster us-east writes there'],
  ])('tells a tenant of %j: %s', (parts, words) => {
    const locations = [{ ...OTHERS, ...parts }];
    const { refusals } = planTenant(request(), fleet({ locations }));
    expect(refusals.map(({ message }) => message)).toContainEqual(
      expect.stringContaining(words),
    );
  });

  it.each([
    [{ owner: OWNER }],
    [{ owner: SHOP }],
    [{ owner: undefined }],
    [{ owner: OWNER, accessMode: 'ReadOnly' as const }],
  ])('tells who is not of the owner nothing of %j', parts => {
    const locations = [{ ...OTHERS, ...parts }];
    const replicas = [
      { cluster: 'us-east', storage: request().storage, prefix: 'eu-west' },
    ];
    const clusters = [{ ...BOTH[0], prefix: 'own', replicas }];
    for (const asked of [request(), request({ clusters })]) {
      const { refusals } = planTenant(
        asked,
        fleet({ locations, isOwner: false }),
      );
      const words = JSON.stringify(refusals);
      expect(words).toContain('a storage location of somebody else');
      expect(words).not.toContain('velero/default');
    }
  });

  it('tells an administrator who has a place', () => {
    const snapshot = fleet({ locations: [OTHERS], mayOnboardPlatform: true });
    const { refusals } = planTenant(request(), snapshot);
    expect(refusals[0].message).toContain('velero/default of cluster us-east');
  });
});
