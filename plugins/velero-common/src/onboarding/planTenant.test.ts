import {
  asFleetLocations,
  asFleetSchedules,
} from './__testUtils__/asFleetLocations';
import {
  ACCOUNT,
  BOTH,
  cluster,
  fleet,
  request,
  settings,
} from './__testUtils__/onboardingFleet';
import { FleetSnapshot } from './FleetSnapshot';
import { planTenant } from './planTenant';
import { objectsOfPlan, TenantPlan } from './TenantPlan';
import { TenantRequest } from './TenantRequest';

function planOf(
  parts: Partial<TenantRequest> = {},
  snapshot: FleetSnapshot = fleet(),
): TenantPlan {
  const { plan, refusals } = planTenant(request(parts), snapshot);
  expect(refusals).toEqual([]);
  return plan!;
}

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

  it('takes the tenant’s namespaces only, and nothing outside of them by force', () => {
    const [{ schedules }] = planOf({ clusters: BOTH }).clusters;
    const templates = schedules.map(({ object }) => object.spec.template);
    for (const template of templates) {
      expect(template.includedNamespaces).toEqual(['payments', 'payments-db']);
      expect(template).not.toHaveProperty('includeClusterResources');
      expect(template.storageLocation).toBe('payments--eu-west');
    }
    expect(templates).toMatchObject([
      {
        ttl: '720h0m0s',
        excludedResources: ['events', 'events.events.k8s.io'],
        snapshotMoveData: true,
      },
      {
        ttl: '168h0m0s',
        labelSelector: {
          matchLabels: { 'app.kubernetes.io/component': 'database' },
        },
      },
      {
        ttl: '2160h0m0s',
        includedResources: ['secrets'],
        snapshotVolumes: false,
        defaultVolumesToFsBackup: false,
      },
      {
        ttl: '336h0m0s',
        includedResources: ['persistentvolumeclaims', 'persistentvolumes'],
        snapshotVolumes: true,
        snapshotMoveData: true,
      },
    ]);
  });

  it('takes a whole cluster but what makes no sense to bring back', () => {
    const { clusters } = planOf(
      { scope: 'platform', clusters: [{ cluster: 'eu-west' }] },
      fleet({
        mayOnboardPlatform: true,
        settings: settings({ excludedNamespaces: ['sandbox-*'] }),
      }),
    );
    const { template } = clusters[0].schedules[0].object.spec;
    expect(template).toMatchObject({
      includedNamespaces: ['*'],
      excludedNamespaces: ['kube-system', 'sandbox-*', 'velero'],
      includeClusterResources: true,
    });
  });

  it.each([
    ['move-snapshots', [true, true, false], 2],
    ['copy-files', [false, false, true], 3],
    ['snapshots', [true, false, false], 2],
  ] as const)('gets the data of volumes by %s', (volumes, flags, kinds) => {
    const { schedules } = planOf({ volumes }).clusters[0];
    const { template } = schedules[3].object.spec;
    expect([
      template.snapshotVolumes,
      template.snapshotMoveData,
      template.defaultVolumesToFsBackup,
    ]).toEqual(flags);
    expect(template.includedResources).toHaveLength(kinds);
  });

  it('has no schedule of volumes where volumes are left out', () => {
    const { schedules } = planOf({ volumes: 'none' }).clusters[0];
    expect(schedules.map(({ kind }) => kind)).toEqual([
      'all',
      'databases',
      'secrets',
    ]);
  });

  it('takes the exact time that was asked for, and says when that is', () => {
    const { schedules } = planOf(
      {
        schedules: {
          all: { cron: '5 4 * * *', keepFor: '48h' },
          databases: { enabled: false },
          secrets: { cron: 'TZ=Europe/Berlin 0 2 * * 1' },
        },
      },
      fleet({
        clusters: [
          cluster('eu-west', {
            veleros: [{ namespace: 'velero', zone: 'Asia/Tokyo' }],
          }),
        ],
      }),
    ).clusters[0];
    expect(schedules).toMatchObject([
      {
        sentence:
          'Each day at 04:05 (Asia/Tokyo), kept for 2 days: everything but events',
        nextRuns: [
          '2026-11-29T19:05:00.000Z',
          '2026-11-30T19:05:00.000Z',
          '2026-12-01T19:05:00.000Z',
        ],
        object: { spec: { schedule: '5 4 * * *' } },
      },
      {
        sentence:
          'Each Monday at 02:00 (Europe/Berlin), kept for 90 days: Secrets',
      },
      { kind: 'volumes' },
    ]);
  });

  it('names the schedule that a first backup is made of', () => {
    const all = { enabled: false };
    expect(planOf().clusters[0]).not.toHaveProperty('firstBackup');
    expect(planOf({ firstBackup: true }).clusters[0].firstBackup).toBe(
      'payments--eu-west--all',
    );
    expect(
      planOf({ firstBackup: true, schedules: { all } }).clusters[0].firstBackup,
    ).toBe('payments--eu-west--databases');
  });

  it('spreads a fleet over the hour', () => {
    const minutes = Array.from({ length: 200 }, (_, i) => {
      const { schedules } = planOf({ tenant: `team-${i}` }).clusters[0];
      return schedules[0].object.spec.schedule.split(' ')[0];
    });
    expect(new Set(minutes).size).toBeGreaterThan(45);
  });

  it('changes nothing when it was applied', () => {
    const plan = planOf({ clusters: BOTH });
    const after = fleet({
      locations: asFleetLocations(plan),
      schedules: asFleetSchedules(plan),
    });
    expect(planOf({ clusters: BOTH }, after)).toEqual(plan);
  });

  it('says what an earlier plan made and this one leaves out', () => {
    const plan = planOf({ clusters: BOTH });
    const after = fleet({
      locations: asFleetLocations(plan),
      schedules: asFleetSchedules(plan),
    });
    const parts = {
      clusters: [BOTH[0]],
      schedules: { secrets: { enabled: false } },
    };
    expect(planOf(parts, after).clusters[0].obsolete).toEqual([
      { kind: 'Schedule', name: 'payments--eu-west--secrets' },
      { kind: 'BackupStorageLocation', name: 'payments--us-east' },
    ]);
    expect(planTenant(request(parts), after).warnings).toContainEqual(
      expect.objectContaining({ code: 'no-longer-wanted' }),
    );
  });

  it('makes another Secret for another version, and for another store', () => {
    const plan = planOf();
    const after = fleet({ locations: asFleetLocations(plan) });
    const secretOf = (storage: Partial<TenantRequest['storage']>) =>
      planOf({ storage: { ...request().storage, ...storage } }, after)
        .clusters[0].credentials[0].object.metadata.name;
    expect(secretOf({ credential: { given: { version: 4 } } })).toBe(
      'payments--credentials--v4',
    );
    expect(
      secretOf({ provider: 'hetzner', values: { location: 'fsn1' } }),
    ).toBe('payments--credentials--v2');
  });

  it('takes over what somebody else made only when an administrator says so', () => {
    const [location] = asFleetLocations(planOf());
    const snapshot = fleet({ locations: [{ ...location, owner: undefined }] });
    const refusals = [{ code: 'name-taken', field: 'clusters[0].cluster' }];
    const taking = request({ takeOver: true });
    expect(planTenant(request(), snapshot).refusals).toMatchObject(refusals);
    expect(planTenant(taking, snapshot).refusals).toMatchObject(refusals);
    expect(
      planTenant(taking, { ...snapshot, mayOnboardPlatform: true }).warnings,
    ).toContainEqual(expect.objectContaining({ code: 'name-taken-over' }));
  });

  it('gives a tenant to its owner only', () => {
    const locations = asFleetLocations(planOf());
    const { refusals } = planTenant(
      request({ owner: 'group:default/shop' }),
      fleet({ locations }),
    );
    expect(refusals.map(({ code }) => code)).toContain('name-taken');
    const written = request({ owner: 'Group:Default/Payments' });
    expect(planTenant(written, fleet({ locations })).refusals).toEqual([]);
  });

  it('says that a location leads elsewhere from now on', () => {
    const [location] = asFleetLocations(planOf());
    const { warnings } = planTenant(
      request(),
      fleet({ locations: [{ ...location, prefix: 'before' }] }),
    );
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'place-moves' }),
    );
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
