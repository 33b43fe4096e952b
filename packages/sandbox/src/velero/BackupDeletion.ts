import { errorMessage } from '../api/errorMessage';
import { deletionProblem } from './deletionProblem';
import { labelValue } from './labelValue';
import { openStore } from './store/openStore';
import { BackupStore } from './store/BackupStore';
import { backupPath, contentsPath } from './store/storagePaths';
import { VeleroContext } from './VeleroContext';
import { Backup, DeleteBackupRequest, LABELS } from './VeleroObjects';

const DAY_MILLIS = 24 * 3_600_000;
const RESTORE_POLL_MILLIS = 1_000;
const RESTORE_PATIENCE_MILLIS = 60_000;
const NOT_FOUND = /not found|does not exist|nosuchkey/i;

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
    refuse(request, `${problem}`, context);
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
        ...metadata.labels,
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
  const { name } = backup.metadata;
  const { storageLocation = '' } = backup.spec ?? {};
  const location = context.client.get(
    'backupstoragelocations',
    storageLocation,
  );
  let store: BackupStore;
  try {
    store = openStore(location!, context);
  } catch (error) {
    const reason = errorMessage(error);
    refuse(request, `error getting the backup store: ${reason}`, context);
    return;
  }
  const errors = removeStored(name, store);
  removeRestores(name, context);
  awaitRestores({ request, backup, errors, waitedMillis: 0 }, context);
}

/** Whoever wrote it: a Failed backup that reused a name takes the good one of that name with it. */
function removeStored(name: string, store: BackupStore): string[] {
  const errors = attempt(
    'error downloading backup tarball, CSI snapshot cleanup was skipped: error copying Backup to temp file',
    () => store.read(contentsPath(name)),
  ).filter(error => !NOT_FOUND.test(error));
  const snapshots = `${backupPath(name)}/${name}-volumesnapshots.json.gz`;
  errors.push(
    ...attempt("error getting backup's volume snapshots", () =>
      store.has(snapshots),
    ),
  );
  return errors.length > 0
    ? errors
    : attempt('error removing backup from backup storage', () =>
        store.removeFolder(backupPath(name)),
      );
}

function attempt(what: string, task: () => void): string[] {
  try {
    task();
    return [];
  } catch (error) {
    return [`${what}: ${errorMessage(error)}`];
  }
}

/** Their own controller removes what they have in the bucket, and then lets them go. */
function removeRestores(backupName: string, context: VeleroContext) {
  for (const { metadata } of restoresOf(backupName, context)) {
    context.client.remove('restores', metadata.name);
  }
}

function restoresOf(backupName: string, { client }: VeleroContext) {
  return client
    .list('restores')
    .filter(({ spec }) => spec?.backupName === backupName);
}

interface Waiting {
  request: DeleteBackupRequest;
  backup: Backup;
  errors: string[];
  waitedMillis: number;
}

function awaitRestores(waiting: Waiting, context: VeleroContext) {
  const { backup, waitedMillis, errors } = waiting;
  if (restoresOf(backup.metadata.name, context).length === 0) {
    finish(waiting, context);
  } else if (waitedMillis >= RESTORE_PATIENCE_MILLIS) {
    const late = 'context deadline exceeded';
    const error = `error deleting restore ${late}: ${late}`;
    finish({ ...waiting, errors: [...errors, error] }, context);
  } else {
    const waited = waitedMillis + RESTORE_POLL_MILLIS;
    context.after(RESTORE_POLL_MILLIS, () =>
      awaitRestores({ ...waiting, waitedMillis: waited }, context),
    );
  }
}

/** After errors the Backup stays in Deleting until another request succeeds. */
function finish({ request, backup, errors }: Waiting, context: VeleroContext) {
  const { client, after, timing } = context;
  const { name, uid } = backup.metadata;
  if (errors.length === 0) {
    client.remove('backups', name);
  }
  markProcessed(request, errors, context);
  if (errors.length === 0) {
    after(timing.reaction, () => removeRequests({ name, uid }, context));
  }
}

function removeRequests(
  { name, uid = '' }: { name: string; uid?: string },
  { client }: VeleroContext,
) {
  for (const { metadata } of client.list('deletebackuprequests')) {
    const { [LABELS.backupName]: label, [LABELS.backupUid]: labelUid } =
      metadata.labels ?? {};
    if (label === labelValue(name) && labelUid === uid) {
      client.remove('deletebackuprequests', metadata.name);
    }
  }
}

function refuse(
  request: DeleteBackupRequest,
  problem: string,
  context: VeleroContext,
) {
  markProcessed(request, [`backup deletion failed: ${problem}`], context);
}

function markProcessed(
  { metadata }: DeleteBackupRequest,
  errors: string[],
  { client }: VeleroContext,
) {
  client.patch('deletebackuprequests', metadata.name, {
    status: { phase: 'Processed', ...(errors.length && { errors }) },
  });
}

function removeOld({ client, clock }: VeleroContext) {
  for (const { metadata, status } of client.list('deletebackuprequests')) {
    const age = clock.now().getTime() - Date.parse(metadata.creationTimestamp!);
    if (status?.phase && age >= DAY_MILLIS) {
      client.remove('deletebackuprequests', metadata.name);
    }
  }
}
