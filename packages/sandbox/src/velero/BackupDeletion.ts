import { labelValue } from './labelValue';
import { backupPath } from './storagePaths';
import { VeleroContext } from './VeleroContext';
import {
  Backup,
  BackupStorageLocation,
  DeleteBackupRequest,
  LABELS,
} from './VeleroObjects';

const DAY_MILLIS = 24 * 3_600_000;

/** Starts the controller that deletes what DeleteBackupRequests name. */
export function startBackupDeletion(context: VeleroContext) {
  const { client, feed, every, timing } = context;
  feed('deletebackuprequests').onChange(({ object, previous }) => {
    const request = client.get('deletebackuprequests', object.metadata.name);
    if (!previous && request && !request.status?.phase) {
      process(request, context);
    }
  });
  every(timing.requestCleanup, () => removeOld(context));
}

function process(request: DeleteBackupRequest, context: VeleroContext) {
  const { client } = context;
  const backupName = request.spec?.backupName ?? '';
  const backup = client.get('backups', backupName);
  removeEarlier(request, context);
  const problem = deletionProblem(backupName, backup, context);
  if (problem || !backup) {
    finish(request, [`backup deletion failed: ${problem}`], context);
    return;
  }
  accept(request, backup, context);
  context.after(context.timing.reaction * 4, () =>
    deleteBackup(request, backup, context),
  );
}

/** Only those that carry the label: one that was refused early does not, and stays. */
function removeEarlier(
  { metadata, spec }: DeleteBackupRequest,
  { client }: VeleroContext,
) {
  const label = labelValue(spec?.backupName ?? '');
  for (const other of client.list('deletebackuprequests')) {
    if (
      other.metadata.name !== metadata.name &&
      other.metadata.labels?.[LABELS.backupName] === label
    ) {
      client.remove('deletebackuprequests', other.metadata.name);
    }
  }
}

function deletionProblem(
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
    // A backup that waits in the queue has no location yet, hence the two spaces in the message that Velero makes.
    return name
      ? `backup storage location ${name} not found`
      : 'backup storage location  not found';
  }
  const refused = `cannot delete backup because backup storage location ${name} is currently in`;
  if (location.spec?.accessMode === 'ReadOnly') {
    return `${refused} read-only mode`;
  }
  return location.status?.phase === 'Available'
    ? undefined
    : `${refused} Unavailable state`;
}

function accept(
  { metadata }: DeleteBackupRequest,
  backup: Backup,
  { client }: VeleroContext,
) {
  const { name, uid } = backup.metadata;
  client.patch('deletebackuprequests', metadata.name, {
    metadata: {
      labels: {
        [LABELS.backupName]: labelValue(name),
        [LABELS.backupUid]: uid,
      },
    },
    status: { phase: 'InProgress' },
  });
  client.patch('backups', name, { status: { phase: 'Deleting' } });
}

function deleteBackup(
  request: DeleteBackupRequest,
  backup: Backup,
  context: VeleroContext,
) {
  const { client, timing } = context;
  const { name } = backup.metadata;
  const { storageLocation = '' } = backup.spec ?? {};
  const location = client.get('backupstoragelocations', storageLocation);
  const problems = removeFolder(name, location, context);
  if (problems.length > 0) {
    // The Backup stays in Deleting until another request succeeds.
    finish(request, problems, context);
    return;
  }
  removeRestores(name, context);
  client.remove('backups', name);
  finish(request, [], context);
  context.after(timing.reaction, () =>
    removeRequests(labelValue(name), context),
  );
}

function removeFolder(
  name: string,
  location: BackupStorageLocation | undefined,
  { buckets }: VeleroContext,
): string[] {
  const bucket = buckets.get(location?.spec?.objectStorage?.bucket ?? '');
  if (!location || !bucket) {
    return [
      'error getting the backup store: NoSuchBucket: The specified bucket does not exist.',
    ];
  }
  // Whoever wrote it: a Failed backup that reused a name takes the good one of that name with it.
  bucket.remove(backupPath(location, name));
  return [];
}

function removeRestores(backupName: string, { client }: VeleroContext) {
  for (const { metadata, spec } of client.list('restores')) {
    if (spec?.backupName === backupName) {
      client.remove('restores', metadata.name);
    }
  }
}

function removeRequests(label: string, { client }: VeleroContext) {
  for (const { metadata } of client.list('deletebackuprequests')) {
    if (metadata.labels?.[LABELS.backupName] === label) {
      client.remove('deletebackuprequests', metadata.name);
    }
  }
}

function finish(
  { metadata }: DeleteBackupRequest,
  errors: string[],
  { client }: VeleroContext,
) {
  client.patch('deletebackuprequests', metadata.name, {
    status: { phase: 'Processed', ...(errors.length && { errors }) },
  });
}

function removeOld({ client, clock }: VeleroContext) {
  for (const { metadata } of client.list('deletebackuprequests')) {
    const age = clock.now().getTime() - Date.parse(metadata.creationTimestamp!);
    if (age > DAY_MILLIS) {
      client.remove('deletebackuprequests', metadata.name);
    }
  }
}
