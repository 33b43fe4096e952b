import { refused, warned } from '../__testUtils__/found';
import {
  BOTH,
  cluster,
  fleet,
  request,
} from '../__testUtils__/onboardingFleet';
import { FleetCluster } from '../FleetSnapshot';
import { planTenant } from '../planTenant';
import { TenantStorage } from '../TenantRequest';

const R2: TenantStorage = request().storage;

describe('checkClusters', () => {
  it.each<[string, Partial<FleetCluster>, string[]]>([
    [
      'not reachable',
      { reachable: false, reason: 'no route' },
      ['cluster-unreachable clusters[0].cluster'],
    ],
    [
      'where the portal lacks a right',
      { reachable: false, missingBundle: 'read-only' },
      ['right-missing clusters[0].cluster'],
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

  it.each<[string, Partial<FleetCluster>, string, string]>([
    [
      'Velero is not installed',
      {
        reachable: false,
        absences: [{ cause: 'not-installed', reason: 'no group velero.io' }],
      },
      "No Velero is installed in cluster 'eu-west': no group velero.io",
      'Install Velero first',
    ],
    [
      'there is no such namespace',
      { absences: [{ cause: 'no-namespace', namespace: 'velero' }] },
      "There is no Velero in namespace 'velero' of cluster 'eu-west': there is no such namespace",
      'name that as veleroNamespace',
    ],
    [
      'the portal may not ask',
      {
        absences: [
          { cause: 'forbidden', namespace: 'velero', reason: 'may not create' },
        ],
      },
      "Whether Velero works in namespace 'velero' of cluster 'eu-west' cannot be told: may not create",
      'deploy/rbac/onboard',
    ],
    [
      'nobody answers',
      { absences: [{ cause: 'no-answer', namespace: 'dr', reason: '5 s' }] },
      "No Velero server answers in namespace 'dr' of cluster 'eu-west': 5 s",
      'kubectl --namespace dr get deployment velero',
    ],
    [
      'the portal does not read there',
      { absences: [{ cause: 'not-collected', namespace: 'dr' }] },
      "The portal would see nothing of what is made in namespace 'dr' of cluster 'eu-west'",
      'veleroNamespaces',
    ],
    [
      'the cluster fails',
      { absences: [{ cause: 'failed', namespace: 'dr', reason: 'broken' }] },
      "Whether Velero works in namespace 'dr' of cluster 'eu-west' cannot be told: broken",
      'Try again',
    ],
  ])('says what to do when %s', (_title, parts, message, remedy) => {
    const clusters = [cluster('eu-west', { veleros: [], ...parts })];
    const { refusals } = planTenant(request(), fleet({ clusters }));
    expect(refusals).toEqual([
      {
        code: 'velero-missing',
        field: 'clusters[0].cluster',
        message,
        remedy: expect.stringContaining(remedy),
      },
    ]);
  });

  it('offers the servers that there are in place of one that does not answer', () => {
    const clusters = [
      cluster('eu-west', {
        absences: [{ cause: 'no-answer', namespace: 'dr' }],
      }),
    ];
    const wanted = { ...BOTH[0], veleroNamespace: 'dr' };
    const { refusals } = planTenant(
      request({ clusters: [wanted] }),
      fleet({ clusters }),
    );
    expect(refusals).toMatchObject([
      {
        code: 'velero-missing',
        field: 'clusters[0].veleroNamespace',
        remedy: expect.stringMatching(/; or choose one of velero$/),
      },
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
    [
      { namespace: 'velero' },
      ['plugin-unknown', 'zone-unknown', 'volumes-unknown'],
    ],
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
