import { CoverageRow } from './CoverageRow';

const named = { includedNamespaces: ['payments'] };

/** Which part of a namespace a spec takes. */
export const partRows: Record<string, CoverageRow[]> = {
  Labels: [
    [{ ...named, labelSelector: {} }, 'full', 'full'],
    [
      { ...named, labelSelector: { matchLabels: { app: 'db' } } },
      'partial',
      'partial',
      'The backup takes some objects only, by label app=db.',
    ],
    [
      {
        ...named,
        labelSelector: {
          matchLabels: { app: 'db' },
          matchExpressions: [
            { key: 'tier', operator: 'In', values: ['gold', 'silver'] },
            { key: 'legacy', operator: 'DoesNotExist' },
          ],
        },
      },
      'partial',
      'partial',
      'The backup takes some objects only, by label app=db,tier in (gold,silver),!legacy.',
    ],
    [
      {
        ...named,
        orLabelSelectors: [
          { matchLabels: { app: 'db' } },
          { matchExpressions: [{ key: 'backup', operator: 'Exists' }] },
        ],
      },
      'partial',
      'partial',
      'The backup takes some objects only, by label app=db or backup.',
    ],
    [
      { ...named, orLabelSelectors: [{ matchLabels: { app: 'db' } }, {}] },
      'full',
      'full',
    ],
    [
      { ...named, labelSelector: 'app=db' },
      'partial',
      'partial',
      'The backup takes some objects only, by label ?.',
    ],
  ],
  'Kinds, by the old filters': [
    [{ ...named, includedResources: ['*'] }, 'full', 'full'],
    [
      { ...named, includedResources: ['secrets'] },
      'partial',
      'none',
      'The backup takes only secrets. The backup does not copy what is in volumes, because it leaves out persistentvolumeclaims and persistentvolumes.',
    ],
    [
      { ...named, includedResources: ['pvc', 'pv'] },
      'partial',
      'full',
      'The backup takes only pvc and pv.',
    ],
    [
      { ...named, includedResources: ['persistentvolumeclaims'] },
      'partial',
      'none',
      'The backup takes only persistentvolumeclaims. The backup does not copy what is in volumes, because it leaves out persistentvolumes.',
    ],
    [
      {
        ...named,
        includedResources: ['persistentvolumeclaims'],
        snapshotMoveData: true,
      },
      'partial',
      'full',
      'The backup takes only persistentvolumeclaims.',
    ],
    [{ ...named, excludedResources: ['events'] }, 'full', 'full'],
    [
      {
        ...named,
        excludedResources: ['volumesnapshotcontents.snapshot.storage.k8s.io'],
      },
      'full',
      'full',
    ],
    [
      { ...named, excludedResources: ['secrets', 'events'] },
      'partial',
      'full',
      'The backup leaves out secrets.',
    ],
    [
      { ...named, excludedResources: ['pv'] },
      'full',
      'none',
      'The backup does not copy what is in volumes, because it leaves out persistentvolumes.',
    ],
    [{ ...named, excludedResources: ['crds', 'clusterroles'] }, 'full', 'full'],
    [{ ...named, includeClusterResources: true }, 'full', 'full'],
    [
      { ...named, includeClusterResources: false },
      'full',
      'none',
      'The backup does not copy what is in volumes, because it leaves out persistentvolumes.',
    ],
    [
      {
        ...named,
        includeClusterResources: false,
        defaultVolumesToFsBackup: true,
      },
      'full',
      'full',
    ],
  ],
  'Kinds, by the new filters': [
    [
      { ...named, includedNamespaceScopedResources: ['deployments.apps'] },
      'partial',
      'none',
      'The backup takes only deployments.apps. The backup does not copy what is in volumes, because it leaves out persistentvolumeclaims.',
    ],
    [
      { ...named, excludedNamespaceScopedResources: ['secrets'] },
      'partial',
      'full',
      'The backup leaves out secrets.',
    ],
    [
      { ...named, excludedNamespaceScopedResources: ['*'] },
      'none',
      'none',
      'The backup takes nothing that lies in a namespace.',
    ],
    [
      { ...named, excludedClusterScopedResources: ['*'] },
      'full',
      'none',
      'The backup does not copy what is in volumes, because it leaves out persistentvolumes.',
    ],
    [
      { ...named, includedClusterScopedResources: ['storageclasses'] },
      'full',
      'full',
    ],
    [
      {
        ...named,
        excludedNamespaceScopedResources: [
          'volumesnapshots.snapshot.storage.k8s.io',
        ],
        excludedClusterScopedResources: [
          'volumesnapshotcontents.snapshot.storage.k8s.io',
        ],
      },
      'full',
      'full',
    ],
  ],
  Volumes: [
    [{ ...named, snapshotVolumes: true }, 'full', 'full'],
    [
      { ...named, snapshotVolumes: false },
      'full',
      'none',
      'The backup does not copy what is in volumes.',
    ],
    [
      { ...named, snapshotVolumes: false, snapshotMoveData: true },
      'full',
      'none',
      'The backup does not copy what is in volumes.',
    ],
    [
      { ...named, snapshotVolumes: false, defaultVolumesToFsBackup: true },
      'full',
      'full',
    ],
    [
      { ...named, snapshotVolumes: false, defaultVolumesToRestic: true },
      'full',
      'full',
    ],
    [
      {
        ...named,
        snapshotVolumes: false,
        defaultVolumesToFsBackup: true,
        excludedResources: ['pods'],
      },
      'partial',
      'none',
      'The backup leaves out pods. The backup does not copy what is in volumes, because it leaves out pods.',
    ],
    [
      { ...named, resourcePolicy: { kind: 'ConfigMap', name: 'skip-nfs' } },
      'full',
      'partial',
      'The backup leaves the choice of volumes to the policy skip-nfs.',
    ],
    [
      { ...named, resourcePolicy: { kind: 'Secret', name: 'x' } },
      'full',
      'full',
    ],
  ],
  'What the portal does not hold': [
    [
      undefined,
      'partial',
      'partial',
      'What the backup takes is not known, because the portal does not hold its spec.',
    ],
  ],
};
