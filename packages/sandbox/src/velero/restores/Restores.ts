import { openStore } from '../store/openStore';
import { restorePath } from '../store/storagePaths';
import { VeleroContext } from '../VeleroContext';
import { Restore } from '../VeleroObjects';
import { prepareRestore } from './prepareRestore';
import { RestoreRun } from './RestoreRun';

const FINALIZER = 'restores.velero.io/external-resources-finalizer';

/** Starts the controller that runs restores one after the other, and removes what those that go have stored. */
export function startRestores(context: VeleroContext) {
  const { client, feed, after, timing } = context;
  failInterrupted(context);
  const waiting = new Set<string>();
  let busy = false;
  const next = () => {
    const [name] = waiting;
    if (busy || name === undefined) {
      return;
    }
    waiting.delete(name);
    busy = true;
    const done = () => {
      busy = false;
      after(0, next);
    };
    const restore = client.get('restores', name);
    if (!restore || !reconcile(restore, context, done)) {
      done();
    }
  };
  feed('restores').onChange(({ object }) => {
    waiting.add(object.metadata.name);
    after(timing.reaction, next);
  });
}

/** What was running when the server was killed is lost. */
function failInterrupted({ client, clock }: VeleroContext) {
  for (const { metadata, status } of client.list('restores')) {
    if (status?.phase === 'InProgress') {
      client.patch('restores', metadata.name, {
        status: {
          phase: 'Failed',
          failureReason:
            'found a restore with status "InProgress" during the server starting, mark it as "Failed"',
          completionTimestamp: clock.timestamp(),
        },
      });
    }
  }
}

/** True when a restore has begun; `done` is called when it is over. */
function reconcile(
  restore: Restore,
  context: VeleroContext,
  done: () => void,
): boolean {
  const { name, deletionTimestamp, finalizers = [] } = restore.metadata;
  if (deletionTimestamp) {
    if (finalizers.includes(FINALIZER)) {
      context.insist(() => letGo(name, context));
    }
    return false;
  }
  if (!finalizers.includes(FINALIZER)) {
    context.client.patch('restores', name, {
      metadata: { finalizers: [...finalizers, FINALIZER] },
    });
  }
  const isNew = ['', 'New'].includes(restore.status?.phase ?? '');
  return isNew && begin(restore, context, done);
}

function begin(
  { metadata, spec }: Restore,
  context: VeleroContext,
  done: () => void,
): boolean {
  const { client, clock } = context;
  const prepared = prepareRestore(spec ?? {}, context);
  const valid = prepared.errors.length === 0;
  client.patch('restores', metadata.name, {
    spec: prepared.spec,
    status: valid
      ? { phase: 'InProgress', startTimestamp: clock.timestamp() }
      : { phase: 'FailedValidation', validationErrors: prepared.errors },
  });
  const started = client.get('restores', metadata.name);
  if (valid && started) {
    new RestoreRun({ ...started, spec: prepared.spec }, context, done).start();
  }
  return valid;
}

/** Blocks while the location cannot be reached, and lets go when it or the backup is no more. */
function letGo(name: string, context: VeleroContext) {
  const { client } = context;
  const restore = client.get('restores', name);
  if (!restore) {
    return;
  }
  removeFolder(restore, context);
  const { finalizers = [] } = restore.metadata;
  client.patch('restores', name, {
    metadata: { finalizers: finalizers.filter(item => item !== FINALIZER) },
  });
}

function removeFolder({ metadata, spec }: Restore, context: VeleroContext) {
  const { client } = context;
  const backup = client.get('backups', spec?.backupName ?? '');
  const { storageLocation = '' } = backup?.spec ?? {};
  const location = client.get('backupstoragelocations', storageLocation);
  if (!location) {
    return;
  }
  if (location.status?.phase !== 'Available') {
    throw new Error(
      `bsl ${storageLocation} is unavailable, cannot get the backup info`,
    );
  }
  // Whatever the access mode says.
  openStore(location, context).removeFolder(restorePath(metadata.name));
}
