import { refused } from '../__testUtils__/found';
import { fleet, request, settings } from '../__testUtils__/onboardingFleet';
import { FleetLocation, FleetSnapshot } from '../FleetSnapshot';
import { tenantMarksOf } from '../ownershipMarks';
import { planTenant } from '../planTenant';
import { TenantCredential, TenantStorage } from '../TenantRequest';

const SHARED: TenantCredential = {
  existingSecret: { name: 'acme-archive', key: 'cloud' },
};

const IDENTITY: TenantCredential = { serverIdentity: true };

const OWN: TenantCredential = {
  existingSecret: { name: 'shop--archive', key: 'cloud' },
};

function storage(
  credential: TenantCredential = SHARED,
  bucket?: string,
): TenantStorage {
  const values = { region: 'eu-central-1' };
  return { provider: 'aws-s3', values, bucket, credential };
}

function shop(parts: object, wanted = storage(SHARED, 'acme-backups')) {
  const cluster = { cluster: 'eu-west', namespaces: ['payments'], ...parts };
  return {
    ...{ tenant: 'shop', owner: 'group:default/shop' },
    ...{ storage: wanted, clusters: [cluster] },
  };
}

function openFleet(parts: Partial<FleetSnapshot> = {}) {
  const open = {
    sharedSecrets: ['acme-archive'],
    serverIdentityForTenants: true,
  };
  return fleet({ settings: settings(open), ...parts });
}

describe('checkFolders', () => {
  it.each<[string | undefined, boolean]>([
    [undefined, true],
    ['shop--eu-west', true],
    ['shop--anything', true],
    ['shop/eu-west', true],
    ['shop/a/b', true],
    ['payments--eu-west', false],
    ['shop', false],
    ['shop-eu', false],
    ['shopping/eu', false],
    ['eu-west', false],
    ['', false],
    ['payments/shop--eu-west', false],
  ])('of the prefix %j with what others use, too: %s', (prefix, isFine) => {
    const codes = isFine ? [] : ['prefix-not-tenants clusters[0].prefix'];
    const wanted = prefix === undefined ? {} : { prefix };
    expect(refused(shop(wanted), openFleet())).toEqual(codes);
    const identity = storage(IDENTITY, 'acme-backups');
    expect(refused(shop(wanted, identity), openFleet())).toEqual(codes);
  });

  it('leaves the folder of a cluster in the bucket of the tenant', () => {
    const wanted = storage(SHARED);
    expect(refused(shop({}, wanted), openFleet())).toEqual([]);
    expect(refused(shop({ prefix: 'eu-west' }, wanted), openFleet())).toEqual(
      [],
    );
    expect(refused(shop({ prefix: 'old' }, wanted), openFleet())).toEqual([
      'prefix-not-tenants clusters[0].prefix',
    ]);
  });

  it.each([
    ['payments--us-east', false],
    ['us-east', false],
    ['shop--us-east', true],
    ['shop/us-east', true],
    [undefined, true],
  ])('of the prefix %j of a replica: %s', (prefix, isFine) => {
    const replica = {
      ...{ cluster: 'us-east', storage: storage(SHARED, 'acme-replica') },
      ...(prefix !== undefined && { prefix }),
    };
    expect(refused(shop({ replicas: [replica] }), openFleet())).toEqual(
      isFine ? [] : ['prefix-not-tenants clusters[0].replicas[0].prefix'],
    );
  });

  it.each([
    ['old', 'group:default/shop', true],
    ['other', 'group:default/shop', false],
    ['old', 'group:default/payments', false],
  ])('stays in the folder %j that %s has had: %s', (prefix, owner, isFine) => {
    const had: FleetLocation = {
      cluster: 'eu-west',
      veleroNamespace: 'velero',
      name: 'shop--eu-west',
      provider: 'velero.io/aws',
      region: 'eu-central-1',
      bucket: 'acme-backups',
      prefix: 'old',
      accessMode: 'ReadWrite',
      owner: tenantMarksOf({ tenant: 'shop', owner }, { portal: 'acme' }),
    };
    const found = refused(shop({ prefix }), openFleet({ locations: [had] }));
    expect(found.includes('prefix-not-tenants clusters[0].prefix')).toBe(
      !isFine,
    );
  });

  it('looks at the storage of each location', () => {
    const prefix = 'payments--eu-west';
    const own = storage(OWN, 'acme-backups');
    expect(refused(shop({ prefix, storage: own }), openFleet())).toEqual([]);
    expect(
      refused(shop({ prefix, storage: storage() }, own), openFleet()),
    ).toEqual(['prefix-not-tenants clusters[0].prefix']);
  });

  it('leaves the prefix to administrators, and to credentials of one’s own', () => {
    const wanted = { prefix: 'old/backups-of-shop' };
    const administrators = openFleet({ mayOnboardPlatform: true });
    expect(refused(shop(wanted), administrators)).toEqual([]);
    for (const credential of [OWN, { given: {} }]) {
      const own = storage(credential, 'acme-backups');
      expect(refused(shop(wanted, own), openFleet())).toEqual([]);
    }
  });

  it('says what to do', () => {
    const wanted = request(shop({ prefix: 'payments--eu-west' }));
    const { refusals } = planTenant(wanted, openFleet());
    expect(refusals).toEqual([
      {
        code: 'prefix-not-tenants',
        field: 'clusters[0].prefix',
        message:
          "Prefix 'payments--eu-west' is not known to be the tenant’s, and the shared Secret acme-archive opens the folders of others, too",
        remedy:
          'Begin it with shop-- or shop/, or use a credential of the tenant’s own; an administrator of the portal may choose any prefix',
      },
    ]);
  });
});
