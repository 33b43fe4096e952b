import { TenantDraft, usersOf } from './TenantDraft';
import { TenantVolumes } from './TenantRequest';
import { enabledKindsOf, tenantSchedules } from './tenantSchedules';

const OF_VOLUMES: Record<TenantVolumes, string[]> = {
  'move-snapshots': [
    'Velero’s node agent on each node with volumes, which moves the data of snapshots into the storage location',
    'Velero’s feature EnableCSI, and a CSI driver with a VolumeSnapshotClass that carries the label velero.io/csi-volumesnapshot-class: "true"',
  ],
  'copy-files': [
    'Velero’s node agent on each node with volumes, which copies the files into the storage location',
    'A running pod for each volume: files are found by the pods that mount them, and volumes of the host are left out',
  ],
  snapshots: [
    'A driver that can make snapshots; their data stays where the volumes are',
  ],
  none: [],
};

const OF_SHARED_COPIES = [
  'The same Secret velero-repo-credentials in all clusters that read each other’s backups: copies of volumes are encrypted with it, and its default is known to everybody',
  'Velero 1.18.1 or later where copies of volumes of another cluster are restored: older ones need to write to the location first',
];

/** What has to be there beside what the plan makes. */
export function needsOf(draft: TenantDraft): string[] {
  const { request, clusters, storages } = draft;
  const { volumes = 'move-snapshots' } = request;
  const withVolumes = enabledKindsOf(request).some(
    kind => tenantSchedules[kind].volumes,
  );
  const readers = clusters.some(({ reads }) => reads.length > 0);
  const copies = volumes === 'move-snapshots' || volumes === 'copy-files';
  return [
    ...bucketsOf(
      storages.filter(storage => usersOf(draft, storage).length > 0),
    ),
    ...(withVolumes ? OF_VOLUMES[volumes] : []),
    ...(readers && withVolumes && copies ? OF_SHARED_COPIES : []),
    ...(readers
      ? [
          'Credentials that may write, for the clusters that only read, too: a restore writes its log and results to where the backup is',
        ]
      : []),
  ];
}

function bucketsOf(storages: TenantDraft['storages']): string[] {
  const buckets = new Map(
    storages.map(({ bucket, provider }) => [
      `${provider?.id}/${bucket}`,
      `The bucket ${bucket} of ${provider?.title}, without a lock on its objects and not public`,
    ]),
  );
  return [...buckets.values()];
}
