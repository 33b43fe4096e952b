import {
  FleetCluster,
  FleetLocation,
  FleetSnapshot,
  storageProviders,
} from 'backstage-plugin-velero-common';
import fc from 'fast-check';

const CLUSTERS = ['eu-west', 'us-east', 'EU_West', `edge-${'x'.repeat(80)}`];

export const tenantNames = fc.oneof(
  fc.constantFrom('payments', 'a', 'a-b', 'a-b-c', 'eu-west'),
  fc.stringMatching(/^[a-z][a-z0-9]{0,30}(-[a-z0-9]{1,8})?$/),
);

type ProviderId = keyof typeof storageProviders;

/**
 * Requests as somebody would write them.
 *
 * @param odd - how many of a hundred texts are none that anybody would write
 */
export function tenantRequests(odd: number) {
  const mostly = (...fine: string[]) =>
    fc.oneof(
      { weight: 100 - odd, arbitrary: fc.constantFrom(...fine) },
      {
        weight: odd,
        arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }),
      },
    );
  const some = <T>(arbitrary: fc.Arbitrary<T>, percent: number) =>
    fc.oneof(
      { weight: percent, arbitrary },
      { weight: 100 - percent, arbitrary: fc.constant(undefined) },
    );
  const storage = storageArbitrary(mostly);
  const tenantCluster = fc.record({
    cluster: mostly(...CLUSTERS),
    namespaces: fc.uniqueArray(mostly('payments', 'payments-db', 'on'), {
      minLength: 1,
      maxLength: 3,
    }),
    prefix: some(mostly('a', 'a/b', 'b', ''), 15),
    storage: some(storage, 15),
    replicas: some(
      fc.array(fc.record({ cluster: mostly(...CLUSTERS), storage }), {
        maxLength: 1,
      }),
      10,
    ),
  });
  const schedule = scheduleArbitrary(mostly);
  const request = fc.record(
    {
      tenant: tenantNames,
      owner: mostly('group:default/payments'),
      scope: fc.constant('tenant'),
      storage,
      clusters: fc.uniqueArray(tenantCluster, {
        selector: one => one.cluster,
        minLength: 1,
        maxLength: 3,
      }),
      schedules: fc.record(
        {
          all: schedule,
          databases: schedule,
          secrets: schedule,
          volumes: schedule,
        },
        { requiredKeys: [] },
      ),
      volumes: fc.constantFrom(
        'move-snapshots',
        'copy-files',
        'snapshots',
        'none',
      ),
      readOthers: fc.boolean(),
    },
    { requiredKeys: ['tenant', 'owner', 'scope', 'storage', 'clusters'] },
  );
  const platform = request.map(({ clusters, ...rest }) => ({
    ...rest,
    scope: 'platform',
    clusters: clusters.map(({ namespaces: _namespaces, ...one }) => one),
  }));
  // As it would come over HTTP: what is undefined is absent.
  return fc
    .oneof(
      { weight: 4, arbitrary: request },
      { weight: 1, arbitrary: platform },
    )
    .map(one => JSON.parse(JSON.stringify(one)) as object);
}

type Mostly = (...fine: string[]) => fc.Arbitrary<string>;

function storageArbitrary(mostly: Mostly) {
  const ids = Object.keys(storageProviders) as ProviderId[];
  return fc.constantFrom(...ids).chain(provider =>
    fc.record(
      {
        provider: fc.constant(provider),
        values: valuesArbitrary(provider, mostly),
        bucket: mostly('shared-backups', 'payments-backups'),
        config: fc.dictionary(mostly('profile'), mostly('default'), {
          maxKeys: provider === 'google-gcs' ? 0 : 1,
        }),
        credential: credentialArbitrary(provider, mostly),
      },
      { requiredKeys: ['provider', 'values', 'credential'] },
    ),
  );
}

function valuesArbitrary(id: ProviderId, mostly: Mostly) {
  const { fields } = storageProviders[id];
  const entries = fields.map(field => {
    const choices = field.choices?.map(({ value }) => value) ?? [];
    return [field.name, mostly(field.example, ...choices)] as const;
  });
  const requiredKeys = fields.flatMap(({ name, required }) =>
    required ? name : [],
  );
  return fc.record(Object.fromEntries(entries), { requiredKeys });
}

function credentialArbitrary(id: ProviderId, mostly: Mostly) {
  const given = fc.record(
    // A name of its own for each provider, since one name is one credential.
    { name: mostly(id), version: fc.constant(3) },
    { requiredKeys: ['name'] },
  );
  const secret = fc.record({
    name: mostly('shared'),
    key: mostly('cloud', 'file.json'),
  });
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ given }) },
    { weight: 2, arbitrary: fc.record({ existingSecret: secret }) },
    {
      weight: storageProviders[id].serverIdentity ? 2 : 0,
      arbitrary: fc.constant({ serverIdentity: true }),
    },
  );
}

function scheduleArbitrary(mostly: Mostly) {
  const expression = fc.record({
    key: mostly('app', 'y'),
    operator: mostly('In'),
    values: fc.array(mostly('x', 'on', '12:30'), {
      minLength: 1,
      maxLength: 2,
    }),
  });
  const selector = fc.record(
    {
      matchLabels: fc.dictionary(mostly('app', 'a/b'), mostly('x', '', 'on'), {
        minKeys: 1,
        maxKeys: 2,
      }),
      matchExpressions: fc.array(expression, { maxLength: 2 }),
    },
    { requiredKeys: ['matchLabels'] },
  );
  return fc.record(
    {
      enabled: fc.boolean(),
      cron: mostly(
        '0 2 * * *',
        '@daily',
        '@every 6h',
        'TZ=Asia/Tokyo 1 2 * * 1',
      ),
      keepFor: mostly('720h', '48h30m', '1h0.5s'),
      selector,
    },
    { requiredKeys: [] },
  );
}

function cluster(name: string): FleetCluster {
  return {
    name,
    reachable: true,
    veleros: [{ namespace: 'velero', zone: 'UTC' }],
    provenNamespaces: ['payments', 'payments-db', 'on'],
  };
}

export function fleetWith(locations: FleetLocation[] = []): FleetSnapshot {
  return {
    now: '2026-11-29T10:00:00.000Z',
    clusters: CLUSTERS.map(cluster),
    locations,
    schedules: [],
    isOwner: true,
    mayOnboardPlatform: true,
    settings: {
      portal: 'acme',
      privateHosts: [],
      plainHttpHosts: [],
      excludedNamespaces: ['sandbox-*'],
      sharedSecrets: ['shared'],
      serverIdentityForTenants: true,
    },
  };
}
