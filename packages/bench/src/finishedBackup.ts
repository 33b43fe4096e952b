/** A backup as a schedule of Velero 1.18 leaves it; as JSON with the server's bookkeeping about 2.5 kB. */
export function finishedBackup(index: number, namespace: string) {
  const start = Date.UTC(2026, 9, 1) + index * 50_000;
  const at = (seconds: number) =>
    new Date(start + seconds * 1_000).toISOString().replace(/\.\d+Z/, 'Z');
  return {
    metadata: {
      name: `all-${index}`,
      namespace: 'velero',
      creationTimestamp: at(0),
      labels: {
        'velero.io/schedule-name': `all-${index % 40}`,
        'velero.io/storage-location': 'archive',
      },
      annotations: {
        'velero.io/resource-timeout': '10m0s',
        'velero.io/source-cluster-k8s-gitversion': 'v1.34.2',
        'velero.io/source-cluster-k8s-major-version': '1',
        'velero.io/source-cluster-k8s-minor-version': '34',
      },
    },
    spec: {
      csiSnapshotTimeout: '10m0s',
      defaultVolumesToFsBackup: false,
      excludedNamespaceScopedResources: [
        'volumesnapshots.snapshot.storage.k8s.io',
      ],
      hooks: {},
      includedNamespaces: [namespace],
      itemOperationTimeout: '4h0m0s',
      metadata: {},
      snapshotMoveData: false,
      storageLocation: 'archive',
      ttl: '720h0m0s',
      volumeGroupSnapshotLabelKey: 'velero.io/volume-group',
    },
    status: {
      completionTimestamp: at(40),
      expiration: at(2_592_000),
      formatVersion: '1.1.0',
      hookStatus: {},
      phase: 'Completed',
      progress: { itemsBackedUp: 120, totalItems: 120 },
      startTimestamp: at(1),
      version: 1,
    },
  };
}
