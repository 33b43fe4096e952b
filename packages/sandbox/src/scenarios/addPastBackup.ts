import { SandboxCluster } from '../SandboxCluster';
import { backupFiles } from '../velero/files/backupFiles';
import { backupPath, rootOf } from '../velero/store/storagePaths';
import { BackupStorageLocation } from '../velero/VeleroObjects';
import { PastBackup } from './BackupHistory';

/** Puts a finished backup into a cluster and, when it got that far, into the bucket of its location. */
export function addPastBackup(
  cluster: SandboxCluster,
  { backup, report }: PastBackup,
) {
  cluster.objects.put('backups', backup);
  const location = locationOf(cluster, backup.spec?.storageLocation);
  const bucket = cluster.buckets.get(
    location?.spec?.objectStorage?.bucket ?? '',
  );
  const stored = ['Completed', 'PartiallyFailed'];
  if (location && bucket && stored.includes(backup.status?.phase ?? '')) {
    const path = rootOf(location) + backupPath(backup.metadata.name);
    bucket.writeFolder(path, () => backupFiles(backup, report));
  }
}

function locationOf(
  { objects, veleroNamespace }: SandboxCluster,
  name = '',
): BackupStorageLocation | undefined {
  return objects.get('backupstoragelocations', name, veleroNamespace) as
    | BackupStorageLocation
    | undefined;
}
