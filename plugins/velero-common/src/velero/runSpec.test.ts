import { readRunSpec, RunSpec } from './runSpec';

const NOTHING: Partial<RunSpec> = {
  includedNamespaces: [],
  includedResources: [],
  selector: '',
  orSelectors: [],
  hooks: [],
  orderedResources: {},
};

describe('readRunSpec', () => {
  it.each<[string, unknown, Partial<RunSpec>]>([
    ['no spec', undefined, NOTHING],
    ['a spec that says nothing', {}, NOTHING],
    [
      'odd values',
      {
        includedNamespaces: 'all',
        labelSelector: [],
        orLabelSelectors: {},
        hooks: { resources: 'x' },
        snapshotVolumes: 'no',
        uploaderConfig: 7,
        orderedResources: [],
        ttl: '0s',
      },
      { ...NOTHING, selector: '?', snapshotVolumes: undefined },
    ],
    [
      'the old filters',
      {
        includedNamespaces: ['a'],
        excludedResources: ['events'],
        includeClusterResources: false,
      },
      {
        includedNamespaces: ['a'],
        excludedResources: ['events'],
        includeClusterResources: false,
      },
    ],
    [
      'the new filters and selectors',
      {
        includedClusterScopedResources: ['storageclasses'],
        excludedNamespaceScopedResources: ['secrets'],
        orLabelSelectors: [
          { matchLabels: { app: 'a' } },
          { matchExpressions: [{ key: 'b', operator: 'Exists' }] },
        ],
      },
      {
        includedClusterKinds: ['storageclasses'],
        excludedNamespacedKinds: ['secrets'],
        orSelectors: ['app=a', 'b'],
      },
    ],
    [
      'how volumes are taken',
      {
        snapshotVolumes: false,
        defaultVolumesToRestic: true,
        snapshotMoveData: true,
        datamover: 'other',
        uploaderConfig: { parallelFilesUpload: 4 },
      },
      {
        snapshotVolumes: false,
        copyFiles: true,
        moveSnapshotData: true,
        dataMover: 'other',
        parallelFiles: 4,
      },
    ],
    [
      'hooks of a backup',
      {
        hooks: {
          resources: [
            {
              name: 'freeze',
              includedNamespaces: ['db'],
              labelSelector: { matchLabels: { app: 'db' } },
              pre: [{ exec: {} }],
              post: [{ exec: {} }, { exec: {} }],
            },
          ],
        },
      },
      {
        hooks: [
          {
            name: 'freeze',
            namespaces: ['db'],
            selector: 'app=db',
            before: 1,
            after: 2,
          },
        ],
      },
    ],
    [
      'hooks and settings of a restore',
      {
        hooks: { resources: [{ postHooks: [{ init: {} }] }] },
        namespaceMapping: { a: 'b' },
        preserveNodePorts: true,
        restoreStatus: { includedResources: ['*'] },
        resourceModifier: { kind: 'ConfigMap', name: 'smaller' },
        uploaderConfig: { writeSparseFiles: true, parallelFilesDownload: 2 },
      },
      {
        hooks: [{ name: '?', namespaces: [], before: 0, after: 1 }],
        namespaceMapping: { a: 'b' },
        preserveNodePorts: true,
        restoreStatusOf: ['*'],
        resourceModifier: 'smaller',
        writeSparseFiles: true,
        parallelFiles: 2,
      },
    ],
  ])('reads %s', (_, spec, expected) => {
    expect(readRunSpec(spec)).toMatchObject(expected);
  });
});
