import { drillContentsOf } from './DrillContents';

const served = [
  { group: '', kind: 'ConfigMap', resource: 'configmaps', namespaced: true },
  {
    group: '',
    kind: 'PersistentVolume',
    resource: 'persistentvolumes',
    namespaced: false,
  },
];

const CLAIMS = {
  groupVersionKind: 'v1/PersistentVolumeClaim',
  resource: 'persistentvolumeclaims',
  count: 2,
};

const VOLUMES = [
  {
    namespace: 'shop',
    claim: 'files',
    method: 'PodVolumeBackup',
    dataMoved: false,
  },
  { namespace: 'shop', claim: 'disk', method: 'CSISnapshot', dataMoved: false },
  { namespace: 'shop', claim: 'unsaved', dataMoved: false },
] as const;

describe('drillContentsOf', () => {
  it('counts what is of the namespaces, and names what is left out', () => {
    expect(
      drillContentsOf({
        served,
        fates: [
          {
            groupVersionKind: 'v1/ConfigMap',
            resource: 'configmaps',
            count: 3,
          },
          {
            groupVersionKind: 'apps/v1/Deployment',
            resource: 'deployments.apps',
            count: 2,
            left: 'drill',
          },
          { groupVersionKind: 'old.io/v1/Thing', count: 1, left: 'not-served' },
          {
            groupVersionKind: 'v1/Namespace',
            resource: 'namespaces',
            count: 1,
            left: 'made-anyway',
          },
          {
            groupVersionKind: 'v1/PersistentVolume',
            resource: 'persistentvolumes',
            count: 9,
          },
        ],
      }),
    ).toEqual({
      inBackup: 6,
      toRestore: 3,
      left: [
        { kind: 'deployments.apps', count: 2, because: 'drill' },
        { kind: 'old.io/v1/Thing', count: 1, because: 'not-served' },
      ],
    });
  });

  it.each([
    ['without pods', [CLAIMS], ['shop/files', 'shop/unsaved']],
    [
      'with pods',
      [CLAIMS, { groupVersionKind: 'v1/Pod', resource: 'pods', count: 1 }],
      ['shop/unsaved'],
    ],
    ['without claims', [], ['shop/disk', 'shop/files', 'shop/unsaved']],
  ])('names the claims that stay empty %s', (_name, fates, emptyClaims) => {
    expect(
      drillContentsOf({ served, fates, volumes: [...VOLUMES] }),
    ).toMatchObject({ emptyClaims });
  });
});
