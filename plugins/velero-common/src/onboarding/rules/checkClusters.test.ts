import { refused, warned } from '../__testUtils__/found';
import {
  BOTH,
  cluster,
  fleet,
  request,
} from '../__testUtils__/onboardingFleet';
import { FleetCluster } from '../FleetSnapshot';
import { TenantStorage } from '../TenantRequest';

const R2: TenantStorage = request().storage;

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
