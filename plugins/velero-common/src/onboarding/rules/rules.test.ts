import { refused, warned } from '../__testUtils__/found';
import {
  ACCOUNT,
  BOTH,
  cluster,
  fleet,
  request,
  settings,
} from '../__testUtils__/onboardingFleet';
import { FleetCluster } from '../FleetSnapshot';
import { tenantMarksOf } from '../ownershipMarks';
import { planTenant } from '../planTenant';
import {
  TenantRequest,
  TenantScheduleRequest,
  TenantStorage,
} from '../TenantRequest';

function planRefusal(schedules: TenantRequest['schedules']) {
  return planTenant(request({ schedules }), fleet()).refusals[0];
}

const R2: TenantStorage = request().storage;

const S3: TenantStorage = {
  provider: 'aws-s3',
  values: { region: 'eu-west-1' },
  credential: { given: {} },
};

describe('checkTenant', () => {
  it.each([
    ['payments', []],
    ['a', []],
    ['team-1', []],
    ['Payments', ['name-invalid tenant']],
    ['-payments', ['name-invalid tenant']],
    ['pay--ments', ['name-invalid tenant']],
    ['pay.ments', ['name-invalid tenant']],
    ['a'.repeat(40), []],
    ['a'.repeat(41), ['name-too-long tenant']],
  ])('of the tenant %s', (tenant, expected) => {
    expect(refused({ tenant })).toEqual(expected);
  });

  it.each([
    ['group:default/payments', []],
    ['user:default/jane.doe', []],
    ['payments', ['name-invalid owner']],
    ['group:default/pay ments', ['name-invalid owner']],
    ['group:default/a\nb: c', ['name-invalid owner']],
  ])('of the owner %j', (owner, expected) => {
    expect(refused({ owner })).toEqual(expected);
  });
});

describe('checkClusters', () => {
  it.each<[string, Partial<FleetCluster>, string[]]>([
    [
      'not reachable',
      { reachable: false, reason: 'no route' },
      ['cluster-unreachable clusters[0].cluster'],
    ],
    ['without Velero', { veleros: [] }, ['velero-missing clusters[0].cluster']],
    [
      'with two Veleros',
      { veleros: [{ namespace: 'velero' }, { namespace: 'other' }] },
      ['velero-ambiguous clusters[0].veleroNamespace'],
    ],
    [
      'without the plugin',
      { veleros: [{ namespace: 'velero', objectStores: ['velero.io/gcp'] }] },
      ['plugin-missing clusters[0].cluster'],
    ],
    [
      'with plugins that are not known',
      { veleros: [{ namespace: 'velero' }] },
      [],
    ],
  ])('of a cluster %s', (_title, parts, expected) => {
    const clusters = [cluster('eu-west', parts)];
    expect(refused({}, fleet({ clusters }))).toEqual(expected);
  });

  it('takes the Velero that is named', () => {
    const veleros = [{ namespace: 'velero' }, { namespace: 'other' }];
    const snapshot = fleet({ clusters: [cluster('eu-west', { veleros })] });
    const named = (veleroNamespace: string) =>
      refused({ clusters: [{ ...BOTH[0], veleroNamespace }] }, snapshot);
    expect(named('other')).toEqual([]);
    expect(named('third')).toEqual([
      'velero-missing clusters[0].veleroNamespace',
    ]);
  });

  it('refuses a cluster that nobody knows, or that is named twice', () => {
    const clusters = [
      BOTH[0],
      { ...BOTH[0], prefix: 'b' },
      { cluster: 'mars', namespaces: ['payments'] },
    ];
    expect(refused({ clusters })).toEqual(
      expect.arrayContaining([
        'repeated clusters[1].cluster',
        'cluster-unknown clusters[2].cluster',
      ]),
    );
  });

  it('refuses a replica of itself, and two of one cluster', () => {
    const replica = (name: string, bucket: string) => ({
      cluster: name,
      storage: { ...R2, bucket },
    });
    const replicas = [
      replica('eu-west', 'one'),
      replica('us-east', 'two'),
      replica('us-east', 'three'),
    ];
    expect(refused({ clusters: [{ ...BOTH[0], replicas }] })).toEqual([
      'repeated clusters[0].replicas[0].cluster',
      'repeated clusters[0].replicas[2].cluster',
    ]);
  });

  it.each([
    [{ namespace: 'velero' }, ['plugin-unknown', 'zone-unknown']],
    [
      {
        namespace: 'velero',
        zone: 'UTC',
        objectStores: ['velero.io/aws'],
        pluginImages: ['docker.io/velero/velero-plugin-for-aws:v1.14.1'],
        nodeAgent: false,
      },
      ['plugin-version', 'volumes-need'],
    ],
  ])('warns of what is not known or known to fail', (velero, expected) => {
    const clusters = [cluster('eu-west', { veleros: [velero] })];
    expect(warned({}, fleet({ clusters }))).toEqual(
      expect.arrayContaining(expected),
    );
  });
});

describe('checkNamespaces', () => {
  it.each<[string[] | undefined, string[]]>([
    [['payments'], []],
    [undefined, ['missing clusters[0].namespaces']],
    [[], ['missing clusters[0].namespaces']],
    [['shop'], ['namespace-unproven clusters[0].namespaces[0]']],
    [['payments', 'velero'], ['namespace-of-velero clusters[0].namespaces[1]']],
    [['*'], ['namespace-pattern clusters[0].namespaces[0]']],
    [['pay*'], ['namespace-pattern clusters[0].namespaces[0]']],
    [['Pay'], ['name-invalid clusters[0].namespaces[0]']],
    [['payments', 'payments'], ['repeated clusters[0].namespaces[1]']],
  ])('of the namespaces %j', (namespaces, expected) => {
    const clusters = [
      { cluster: 'eu-west', ...(namespaces && { namespaces }) },
    ];
    expect(refused({ clusters })).toEqual(expected);
  });

  it('gives a whole cluster to administrators only, and no list for it', () => {
    expect(refused({ scope: 'platform' })).toEqual([
      'scope-forbidden scope',
      'not-allowed clusters[0].namespaces',
    ]);
  });

  it('refuses patterns of the configuration that Velero does not take', () => {
    const snapshot = fleet({
      mayOnboardPlatform: true,
      settings: settings({ excludedNamespaces: ['**'] }),
    });
    expect(
      refused(
        { scope: 'platform', clusters: [{ cluster: 'eu-west' }] },
        snapshot,
      ),
    ).toContain('template-invalid schedules.all');
  });
});

describe('checkStorage', () => {
  it.each<[string, Partial<TenantStorage>, string[]]>([
    ['no provider', { provider: undefined }, ['missing storage.provider']],
    [
      'a missing field',
      { values: {} },
      ['provider-field storage.values.accountId'],
    ],
    [
      'a wrong field',
      { values: { accountId: 'x.evil.example/' } },
      ['provider-field storage.values.accountId'],
    ],
    [
      'a field of another provider',
      { values: { accountId: ACCOUNT, region: 'eu' } },
      ['provider-field storage.values.region'],
    ],
    [
      'a wrong choice',
      { values: { accountId: ACCOUNT, jurisdiction: 'moon' } },
      ['provider-field storage.values.jurisdiction'],
    ],
    [
      'a bucket with a slash',
      { bucket: 'a/b' },
      ['bucket-invalid storage.bucket'],
    ],
    ['a short bucket', { bucket: 'ab' }, ['bucket-invalid storage.bucket']],
    [
      'a bucket with dots',
      { bucket: 'a.b.c' },
      ['bucket-invalid storage.bucket'],
    ],
    [
      'a name that AWS keeps',
      {
        provider: 'aws-s3',
        values: { region: 'eu-west-1' },
        bucket: 'xn--abc',
      },
      ['bucket-invalid storage.bucket'],
    ],
    [
      'a name that Google keeps',
      { provider: 'google-gcs', values: {}, bucket: 'google-backups' },
      ['bucket-invalid storage.bucket'],
    ],
    [
      'a certificate for a public service',
      { caCert: 'x' },
      ['certificate-invalid storage.caCert'],
    ],
    [
      'a private key',
      {
        provider: 'other-s3',
        values: { endpoint: 'https://s3.example.com' },
        caCert:
          '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n',
      },
      ['certificate-invalid storage.caCert'],
    ],
    [
      'a certificate',
      {
        provider: 'other-s3',
        values: { endpoint: 'https://s3.example.com' },
        caCert:
          '-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----\n',
      },
      [],
    ],
  ])('of %s', (_title, parts, expected) => {
    expect(refused({ storage: { ...R2, ...parts } })).toEqual(expected);
  });

  it('takes the provider of the configuration', () => {
    const storage: TenantStorage = {
      values: { location: 'fsn1' },
      credential: { given: {} },
    };
    const snapshot = fleet({
      settings: settings({ defaultProvider: 'hetzner' }),
    });
    expect(refused({ storage }, snapshot)).toEqual([]);
  });
});

describe('checkPrefix', () => {
  it.each([
    ['a/b_c/d.e', true],
    ['a//b', false],
    ['../a', false],
    ['a b', false],
    ['a?b', false],
    ['kopia', false],
    ['a/backups', false],
    ['backups/a', true],
    ['a'.repeat(201), false],
  ])('of %s', (prefix, isFine) => {
    expect(refused({ clusters: [{ ...BOTH[0], prefix }] })).toEqual(
      isFine ? [] : ['prefix-invalid clusters[0].prefix'],
    );
  });
});

describe('checkConfig', () => {
  it.each([
    [{ serverSideEncryption: 'AES256' }, undefined],
    [{ tagging: 'a=1&b=2' }, undefined],
    [{ tagging: 'a=1' }, 'config-value'],
    [{ serverSideEncryption: 'ROT13' }, 'config-value'],
    [{ credentialsFile: '/credentials/cloud' }, 'config-key'],
    [{ customerKeyEncryptionFile: '/etc/passwd' }, 'config-key'],
    [{ insecureSkipTLSVerify: 'true' }, 'config-key'],
    [{ signatureVersion: '4' }, 'config-key'],
    [{ s3Url: 'https://evil.example' }, 'config-key'],
    [{ checksumAlgorithm: 'CRC32' }, undefined],
    [{ checksumAlgorithm: 'MD5' }, 'config-value'],
    [{ createSignedURLTTL: '1h' }, 'config-key'],
    [{ constructor: 'x' }, 'config-key'],
  ])('of %j', (config: Record<string, string>, code) => {
    const [name] = Object.keys(config);
    const storage = { ...S3, config };
    expect(refused({ storage })).toEqual(
      code ? [`${code} storage.config.${name}`] : [],
    );
  });

  it.each(['checksumAlgorithm', 'tagging', 'kmsKeyId'])(
    'leaves %s to the preset of R2',
    name => {
      const storage = { ...R2, config: { [name]: 'a' } };
      expect(refused({ storage })).toEqual([
        `config-key storage.config.${name}`,
      ]);
    },
  );

  it('quotes no value', () => {
    const config = { awsSecretKey: 'canary' };
    const text = JSON.stringify(refused({ storage: { ...R2, config } }));
    expect(text).not.toContain('canary');
  });
});

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

describe('checkSchedules', () => {
  it.each<[TenantScheduleRequest, string[]]>([
    [{ cron: '0 4 * * *' }, []],
    [{ cron: '@daily' }, []],
    [{ cron: '@every 6h' }, []],
    [{ cron: 'CRON_TZ=Europe/Berlin 0 4 * * *' }, []],
    [{ cron: '' }, ['cron-invalid schedules.all.cron']],
    [{ cron: '* * * * * *' }, ['cron-invalid schedules.all.cron']],
    [{ cron: '60 * * * *' }, ['cron-invalid schedules.all.cron']],
    [{ cron: '@every 1d' }, ['cron-invalid schedules.all.cron']],
    [
      { cron: 'CRON_TZ=Mars/Base 0 4 * * *' },
      ['cron-invalid schedules.all.cron'],
    ],
    [{ cron: '0 4 * *\u00a0*' }, ['cron-invalid schedules.all.cron']],
    [{ cron: '0 0 31 2 *' }, ['cron-never schedules.all.cron']],
    [{ keepFor: '48h' }, []],
    [{ keepFor: '30d' }, ['duration-invalid schedules.all.keepFor']],
    [{ keepFor: '' }, ['duration-invalid schedules.all.keepFor']],
    [{ keepFor: '-720h' }, ['duration-invalid schedules.all.keepFor']],
    [{ keepFor: '720' }, ['duration-invalid schedules.all.keepFor']],
    [{ keepFor: '1s' }, ['duration-invalid schedules.all.keepFor']],
    [{ enabled: false, cron: 'nonsense' }, []],
    [{ selector: { matchLabels: { app: 'x' } } }, []],
    [{ selector: {} }, ['selector-invalid schedules.all.selector']],
    [
      { selector: { matchLabels: { 'a b': 'x' } } },
      ['selector-invalid schedules.all.selector.matchLabels'],
    ],
    [
      { selector: { matchLabels: { app: 'x y' } } },
      ['selector-invalid schedules.all.selector.matchLabels.app'],
    ],
    [
      { selector: { matchExpressions: [{ key: 'app', operator: 'Is' }] } },
      ['selector-invalid schedules.all.selector.matchExpressions[0].operator'],
    ],
    [
      { selector: { matchExpressions: [{ key: 'app', operator: 'In' }] } },
      ['selector-invalid schedules.all.selector.matchExpressions[0].values'],
    ],
    [
      {
        selector: {
          matchExpressions: [{ key: 'app', operator: 'Exists', values: ['a'] }],
        },
      },
      ['selector-invalid schedules.all.selector.matchExpressions[0].values'],
    ],
    [
      {
        selector: {
          matchExpressions: [{ key: 'app', operator: 'In', values: ['a'] }],
        },
      },
      [],
    ],
  ])('of %j', (all, expected) => {
    expect(refused({ schedules: { all } })).toEqual(expected);
  });

  it('says what was probably meant', () => {
    const { remedy } = planRefusal({ all: { keepFor: '30d' } });
    expect(remedy).toContain('720h');
  });

  it.each([
    [{ all: { cron: '*/5 * * * *' } }, 'schedule-often'],
    [{ all: { cron: '0 0 1 * *', keepFor: '48h' } }, 'schedule-gap'],
    [{ databases: {} }, 'selector-may-miss'],
  ])('warns of %j', (schedules, code) => {
    expect(warned({ schedules })).toContain(code);
  });

  it('warns when nothing is scheduled', () => {
    const off = { enabled: false };
    expect(
      warned({
        schedules: { all: off, databases: off, secrets: off, volumes: off },
      }),
    ).toEqual(['nothing-scheduled']);
  });
});

describe('checkVolumes', () => {
  it.each([
    ['none', 'volumes-off'],
    ['snapshots', 'volumes-stay'],
  ] as const)('warns of %s', (volumes, code) => {
    expect(warned({ volumes })).toContain(code);
  });
});
