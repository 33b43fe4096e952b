import { VeleroResourceName } from '../ResourceType';
import {
  anything,
  choice,
  count,
  fields,
  flag,
  list,
  map,
  Schema,
  text,
  time,
} from './Schema';

const filters = {
  includedNamespaces: list(text),
  excludedNamespaces: list(text),
  includedResources: list(text),
  excludedResources: list(text),
  includeClusterResources: flag,
  labelSelector: anything,
  orLabelSelectors: list(anything),
};

const reference = fields({ apiGroup: text, kind: text, name: text }, [
  'kind',
  'name',
]);

const backupSpec = {
  ...filters,
  metadata: fields({ labels: map(text) }),
  includedClusterScopedResources: list(text),
  excludedClusterScopedResources: list(text),
  includedNamespaceScopedResources: list(text),
  excludedNamespaceScopedResources: list(text),
  snapshotVolumes: flag,
  ttl: text,
  storageLocation: text,
  volumeSnapshotLocations: list(text),
  defaultVolumesToFsBackup: flag,
  defaultVolumesToRestic: flag,
  snapshotMoveData: flag,
  datamover: text,
  uploaderConfig: fields({ parallelFilesUpload: count }),
  csiSnapshotTimeout: text,
  itemOperationTimeout: text,
  resourcePolicy: reference,
  orderedResources: map(text),
  volumeGroupSnapshotLabelKey: text,
  hooks: anything,
};

const backupStatus = {
  version: count,
  formatVersion: text,
  phase: choice(
    'New',
    'Queued',
    'ReadyToStart',
    'FailedValidation',
    'InProgress',
    'WaitingForPluginOperations',
    'WaitingForPluginOperationsPartiallyFailed',
    'Finalizing',
    'FinalizingPartiallyFailed',
    'Completed',
    'PartiallyFailed',
    'Failed',
    'Deleting',
  ),
  queuePosition: count,
  expiration: time,
  validationErrors: list(text),
  startTimestamp: time,
  completionTimestamp: time,
  failureReason: text,
  warnings: count,
  errors: count,
  progress: fields({ totalItems: count, itemsBackedUp: count }),
  volumeSnapshotsAttempted: count,
  volumeSnapshotsCompleted: count,
  csiVolumeSnapshotsAttempted: count,
  csiVolumeSnapshotsCompleted: count,
  backupItemOperationsAttempted: count,
  backupItemOperationsCompleted: count,
  backupItemOperationsFailed: count,
  hookStatus: fields({ hooksAttempted: count, hooksFailed: count }),
};

const locationSpec = fields(
  {
    provider: text,
    objectStorage: fields(
      {
        bucket: text,
        prefix: text,
        caCert: text,
        caCertRef: fields({ name: text, key: text, optional: flag }, ['key']),
      },
      ['bucket'],
    ),
    config: map(text),
    credential: fields({ name: text, key: text, optional: flag }, ['key']),
    default: flag,
    accessMode: choice('ReadOnly', 'ReadWrite'),
    backupSyncPeriod: text,
    validationFrequency: text,
  },
  ['provider', 'objectStorage'],
);

const downloadTargets = [
  'BackupLog',
  'BackupContents',
  'BackupVolumeSnapshots',
  'BackupItemOperations',
  'BackupResourceList',
  'BackupResults',
  'RestoreLog',
  'RestoreResults',
  'RestoreResourceList',
  'RestoreItemOperations',
  'CSIBackupVolumeSnapshots',
  'CSIBackupVolumeSnapshotContents',
  'BackupVolumeInfos',
  'RestoreVolumeInfo',
];

function custom(spec: Schema, status: Schema): Schema {
  return fields({
    apiVersion: text,
    kind: text,
    metadata: anything,
    spec,
    status,
  });
}

/** What the CustomResourceDefinitions of 1.18 demand; a resource without an entry takes anything. */
export const VELERO_SCHEMAS: Partial<Record<VeleroResourceName, Schema>> = {
  backups: custom(fields(backupSpec), fields(backupStatus)),
  schedules: custom(
    fields(
      {
        template: fields(backupSpec),
        schedule: text,
        useOwnerReferencesInBackup: flag,
        paused: flag,
        skipImmediately: flag,
      },
      ['schedule', 'template'],
    ),
    fields({
      phase: choice('New', 'Enabled', 'FailedValidation'),
      lastBackup: time,
      lastSkipped: time,
      validationErrors: list(text),
    }),
  ),
  backupstoragelocations: custom(
    locationSpec,
    fields({
      phase: choice('Available', 'Unavailable'),
      message: text,
      lastValidationTime: time,
      lastSyncedTime: time,
      lastSyncedRevision: text,
      accessMode: choice('ReadOnly', 'ReadWrite'),
    }),
  ),
  deletebackuprequests: custom(
    fields({ backupName: text }, ['backupName']),
    fields({
      phase: choice('New', 'InProgress', 'Processed'),
      errors: list(text),
    }),
  ),
  downloadrequests: custom(
    fields(
      {
        target: fields({ kind: choice(...downloadTargets), name: text }, [
          'kind',
          'name',
        ]),
      },
      ['target'],
    ),
    fields({
      phase: choice('New', 'Processed'),
      downloadURL: text,
      expiration: time,
    }),
  ),
  serverstatusrequests: custom(
    fields({}),
    fields({
      phase: choice('New', 'Processed'),
      processedTimestamp: time,
      serverVersion: text,
      plugins: list(fields({ name: text, kind: text }, ['name', 'kind'])),
    }),
  ),
};
