import { Bucket } from '../objectstore/Bucket';
import { parseGoDuration } from './goDuration';
import { labelValue } from './labelValue';
import { isTerminal } from './prepareBackup';
import { backupPath, backupsPath } from './storagePaths';
import { StoredBackup } from './StoredBackup';
import { VeleroContext } from './VeleroContext';
import { Backup, BackupStorageLocation, LABELS } from './VeleroObjects';

/** Starts the controller that makes the cluster's Backups follow what the buckets hold. */
export function startBackupSync(context: VeleroContext) {
  const { client, every, timing } = context;
  every(timing.sync, () => {
    for (const location of client.list('backupstoragelocations')) {
      if (isDue(location, context)) {
        context.after(0, () => synchronise(location, context));
      }
    }
  });
}

function isDue(
  { spec, status }: BackupStorageLocation,
  { clock, timing }: VeleroContext,
): boolean {
  if (status?.phase !== 'Available') {
    return false;
  }
  const period = spec?.backupSyncPeriod
    ? parseGoDuration(spec.backupSyncPeriod)
    : timing.sync;
  const last = status.lastSyncedTime ? Date.parse(status.lastSyncedTime) : 0;
  return period > 0 && clock.now().getTime() - last >= period;
}

function synchronise(location: BackupStorageLocation, context: VeleroContext) {
  const { client, clock, buckets } = context;
  const bucket = buckets.get(location.spec?.objectStorage?.bucket ?? '');
  if (!bucket) {
    return;
  }
  const stored = new Set(bucket.list(backupsPath(location)));
  addMissing(location, bucket, stored, context);
  removeOrphans(location, stored, context);
  client.patch('backupstoragelocations', location.metadata.name, {
    status: { lastSyncedTime: clock.timestamp() },
  });
}

/** Only names count, whatever the location of the Backup that has the name. */
function addMissing(
  location: BackupStorageLocation,
  bucket: Bucket,
  stored: Set<string>,
  { client }: VeleroContext,
) {
  for (const name of stored) {
    const folder = bucket.get(backupPath(location, name));
    if (
      !client.get('backups', name) &&
      folder instanceof StoredBackup &&
      isTerminal(folder.backup)
    ) {
      client.create(
        'backups',
        syncedBackup(folder.backup, location.metadata.name),
      );
    }
  }
}

/** Status, labels and annotations stay; who made it is not recorded anywhere. */
function syncedBackup({ metadata, spec, status }: Backup, location: string) {
  const { name, labels, annotations } = metadata;
  return {
    metadata: {
      name,
      labels: { ...labels, [LABELS.storageLocation]: labelValue(location) },
      ...(annotations && { annotations }),
    },
    spec: { ...spec, storageLocation: location },
    status,
  };
}

function removeOrphans(
  location: BackupStorageLocation,
  stored: Set<string>,
  { client }: VeleroContext,
) {
  const label = labelValue(location.metadata.name);
  for (const { metadata, status } of client.list('backups')) {
    if (
      metadata.labels?.[LABELS.storageLocation] === label &&
      ['Completed', 'PartiallyFailed'].includes(status?.phase ?? '') &&
      !stored.has(metadata.name)
    ) {
      client.remove('backups', metadata.name);
    }
  }
}
