/** A plugin as a ServerStatusRequest lists it. */
interface Plugin {
  kind: string;
  name: string;
}

const named = (kind: string, names: string): Plugin[] =>
  names.split(' ').map(name => ({ kind, name: `velero.io/${name}` }));

const backupActions = named(
  'BackupItemAction',
  'crd-remap-version pod pv service-account',
);

const restoreActions = named(
  'RestoreItemAction',
  'add-pvc-from-pod admission-webhook-configuration apiservice change-image-name change-storage-class cluster-role-bindings crd-preserve-fields dataupload init-restore-hook job pod pod-volume-restore pvc role-bindings secret service service-account',
);

/** What the server and its plugin for AWS bring. Actions of the first version come again with those of the second. */
export const PLUGINS: Plugin[] = [
  ...backupActions,
  ...backupActions,
  ...named(
    'BackupItemActionV2',
    'csi-pvc-backupper csi-volumesnapshot-backupper csi-volumesnapshotclass-backupper csi-volumesnapshotcontent-backupper',
  ),
  ...named(
    'DeleteItemAction',
    'csi-volumesnapshotcontent-delete dataupload-delete',
  ),
  ...named('ItemBlockAction', 'pod pvc service-account'),
  ...named('ObjectStore', 'aws'),
  ...restoreActions,
  ...restoreActions,
  ...named(
    'RestoreItemActionV2',
    'csi-pvc-restorer csi-volumesnapshot-restorer csi-volumesnapshotclass-restorer csi-volumesnapshotcontent-restorer',
  ),
  ...named('VolumeSnapshotter', 'aws'),
];
