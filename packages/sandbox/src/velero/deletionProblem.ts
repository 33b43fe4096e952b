import { VeleroContext } from './VeleroContext';
import { Backup } from './VeleroObjects';

/** Why a backup is not even begun to be deleted, in Velero's words. */
export function deletionProblem(
  name: string,
  backup: Backup | undefined,
  context: VeleroContext,
): string | undefined {
  if (!name) {
    return 'spec.backupName is required';
  }
  if (!backup) {
    return 'backup not found';
  }
  if (isRunning(backup)) {
    return 'backup is still in progress';
  }
  return locationProblem(backup.spec?.storageLocation ?? '', context);
}

function isRunning({ status }: Backup): boolean {
  return /^(InProgress|Finalizing|WaitingFor)/.test(status?.phase ?? '');
}

function locationProblem(name: string, { client }: VeleroContext) {
  const location = client.get('backupstoragelocations', name);
  if (!location) {
    // A backup that waits in the queue may have no location yet, hence the two spaces in what Velero says then.
    return `backup storage location ${name} not found`;
  }
  const refused = `cannot delete backup because backup storage location ${name} is currently in`;
  if (location.spec?.accessMode === 'ReadOnly') {
    return `${refused} read-only mode`;
  }
  return location.status?.phase === 'Available'
    ? undefined
    : `${refused} Unavailable state`;
}
