import { metadataFile } from './files/backupFiles';
import { openStore } from './store/openStore';
import { metadataPath } from './store/storagePaths';
import { VeleroContext } from './VeleroContext';
import { Backup } from './VeleroObjects';

const FINAL_PHASES: Record<string, string> = {
  Finalizing: 'Completed',
  FinalizingPartiallyFailed: 'PartiallyFailed',
};

/** Starts the controller that completes backups whose files are stored; also those of a server that was killed. */
export function startBackupFinalizer(context: VeleroContext) {
  const { client, feed, after, insist, timing } = context;
  feed('backups').onChange(({ object }) => {
    if (isFinalizing(object)) {
      const { name } = object.metadata;
      after(timing.reaction * 5, () => {
        insist(() => {
          const backup = client.get('backups', name);
          if (backup && isFinalizing(backup)) {
            complete(backup, context);
          }
        });
      });
    }
  });
}

function isFinalizing({ status }: Backup): boolean {
  return Object.hasOwn(FINAL_PHASES, status?.phase ?? '');
}

function complete(backup: Backup, context: VeleroContext) {
  const { client, clock } = context;
  const { name } = backup.metadata;
  const { storageLocation = '' } = backup.spec ?? {};
  const location = client.get('backupstoragelocations', storageLocation);
  if (!location) {
    throw new Error(
      `BackupStorageLocation.velero.io "${storageLocation}" not found`,
    );
  }
  const status = {
    phase: FINAL_PHASES[backup.status?.phase ?? ''],
    completionTimestamp: clock.timestamp(),
  };
  const completed = { ...backup, status: { ...backup.status, ...status } };
  openStore(location, context).write(
    metadataPath(name),
    metadataFile(completed),
  );
  client.patch('backups', name, { status });
}
