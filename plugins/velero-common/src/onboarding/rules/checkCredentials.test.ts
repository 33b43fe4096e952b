import { refused } from '../__testUtils__/found';
import {
  ACCOUNT,
  BOTH,
  fleet,
  request,
  settings,
} from '../__testUtils__/onboardingFleet';
import { tenantMarksOf } from '../ownershipMarks';
import { TenantStorage } from '../TenantRequest';

const R2: TenantStorage = request().storage;

describe('checkCredentials', () => {
  const secret = (name: string, key = 'cloud') => ({
    existingSecret: { name, key },
  });

  it.each<[string, TenantStorage['credential'], string[]]>([
    ['the tenant’s Secret', secret('payments--r2'), []],
    [
      'another tenant’s',
      secret('payments-eu--r2'),
      ['credential-not-tenants storage.credential.existingSecret.name'],
    ],
    [
      'Velero’s',
      secret('cloud-credentials'),
      ['credential-not-tenants storage.credential.existingSecret.name'],
    ],
    ['a shared one', secret('shared'), []],
    [
      'no name',
      secret('a/b'),
      ['name-invalid storage.credential.existingSecret.name'],
    ],
    [
      'no key',
      secret('payments--r2', '../x'),
      ['name-invalid storage.credential.existingSecret.key'],
    ],
    ['given values', { given: { name: 'r2', version: 3 } }, []],
    [
      'a name with two hyphens',
      { given: { name: 'a--b' } },
      ['name-invalid storage.credential.given.name'],
    ],
    [
      'an identity that R2 does not know',
      { serverIdentity: true },
      ['server-identity storage.credential.serverIdentity'],
    ],
  ])('of %s', (_title, credential, expected) => {
    const snapshot = fleet({
      settings: settings({ sharedSecrets: ['shared'] }),
    });
    expect(refused({ storage: { ...R2, credential } }, snapshot)).toEqual(
      expected,
    );
  });

  it('lets a tenant use Velero’s own account only by configuration', () => {
    const storage: TenantStorage = {
      provider: 'aws-s3',
      values: { region: 'eu-west-1' },
      credential: { serverIdentity: true },
    };
    const open = fleet({
      settings: settings({ serverIdentityForTenants: true }),
    });
    expect(refused({ storage })).toEqual([
      'server-identity storage.credential.serverIdentity',
    ]);
    expect(refused({ storage }, open)).toEqual([]);
  });

  it('never goes back to an older version', () => {
    const locations = [
      {
        cluster: 'eu-west',
        veleroNamespace: 'velero',
        name: 'payments--eu-west',
        owner: tenantMarksOf(request(), settings()),
        provider: 'aws',
        endpoint: `https://${ACCOUNT}.r2.cloudflarestorage.com`,
        bucket: 'payments-backups',
        prefix: 'eu-west',
        accessMode: 'ReadWrite' as const,
        credential: { name: 'payments--credentials--v3', key: 'cloud' },
      },
    ];
    const versioned = (version?: number) =>
      refused(
        { storage: { ...R2, credential: { given: { version } } } },
        fleet({ locations }),
      );
    expect(versioned(2)).toEqual([
      'credential-version storage.credential.given.version',
    ]);
    expect(versioned()).toEqual([]);
    expect(versioned(4)).toEqual([]);
  });

  it('takes one name for one credential', () => {
    const storage: TenantStorage = {
      provider: 'hetzner',
      values: { location: 'fsn1' },
      credential: { given: {} },
    };
    expect(refused({ clusters: [BOTH[0], { ...BOTH[1], storage }] })).toEqual([
      'credential-conflict clusters[1].storage.credential.given.name',
    ]);
  });
});
