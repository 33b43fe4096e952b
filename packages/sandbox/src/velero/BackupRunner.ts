import { BackupRun } from './BackupRun';
import { validateBackup } from './backupValidation';
import {
  backupMarks,
  completeSpec,
  defaultLocationOf,
  expirationOf,
} from './prepareBackup';
import { VeleroContext } from './VeleroContext';
import { Backup, BackupStatus } from './VeleroObjects';

/** Starts the controller that validates and runs backups which left the queue. */
export function startBackupRunner(context: VeleroContext) {
  const { client, feed } = context;
  failInterrupted(context);
  feed('backups').onChange(({ object, previous }) => {
    const backup = client.get('backups', object.metadata.name);
    // It looks at updates only, so that one that a killed server left behind waits until it is touched.
    if (previous && backup?.status?.phase === 'ReadyToStart') {
      begin(backup, context);
    }
  });
}

/** What was running when the server was killed is lost. */
function failInterrupted({ client, clock }: VeleroContext) {
  for (const { metadata, status } of client.list('backups')) {
    if (status?.phase === 'InProgress') {
      client.patch('backups', metadata.name, {
        status: {
          phase: 'Failed',
          failureReason:
            'found a backup with status "InProgress" during the server starting, mark it as "Failed"',
          completionTimestamp: clock.timestamp(),
        },
      });
    }
  }
}

function begin(backup: Backup, context: VeleroContext) {
  const { client, clock } = context;
  const { name } = backup.metadata;
  const spec = completeSpec(backup.spec ?? {}, {
    defaultLocation: defaultLocationOf(context),
    excludedNamespaces: client.excludedNamespaces(),
  });
  const errors = validateBackup(backup.spec ?? {}, spec, context);
  const status: BackupStatus = {
    version: 1,
    formatVersion: '1.1.0',
    expiration: expirationOf(spec, clock.now()),
    ...(errors.length > 0
      ? { phase: 'FailedValidation', validationErrors: errors }
      : { phase: 'InProgress', startTimestamp: clock.timestamp() }),
  };
  client.patch('backups', name, { metadata: backupMarks(spec), spec, status });
  if (errors.length === 0) {
    new BackupRun(name, spec, context).start();
  }
}
