import { labelValue } from './labelValue';
import { VeleroContext } from './VeleroContext';
import { Backup, LABELS } from './VeleroObjects';

/** Starts the controller that asks for the deletion of expired backups. */
export function startGarbageCollection(context: VeleroContext) {
  const { client, feed, every, timing } = context;
  feed('backups').onChange(({ object, previous }) => {
    if (!previous) {
      collect(object, context);
    }
  });
  every(timing.garbageCollection, () => {
    for (const backup of client.list('backups')) {
      collect(backup, context);
    }
  });
}

function collect(backup: Backup, context: VeleroContext) {
  const { client, clock } = context;
  const { expiration } = backup.status ?? {};
  if (!expiration || Date.parse(expiration) > clock.now().getTime()) {
    return;
  }
  const location = client.get(
    'backupstoragelocations',
    backup.spec?.storageLocation ?? '',
  );
  if (!location) {
    markFailure(backup, 'BSLNotFound', context);
  } else if (location.spec?.accessMode === 'ReadOnly') {
    markFailure(backup, 'BSLReadOnly', context);
  } else if (
    location.status?.phase === 'Available' &&
    !isRequested(backup, context)
  ) {
    requestDeletion(backup, context);
  }
}

function markFailure(
  { metadata }: Backup,
  reason: string,
  { client }: VeleroContext,
) {
  client.patch('backups', metadata.name, {
    metadata: { labels: { [LABELS.gcFailure]: reason } },
  });
}

function isRequested({ metadata }: Backup, { client }: VeleroContext) {
  return client
    .list('deletebackuprequests')
    .some(
      ({ spec, status }) =>
        spec?.backupName === metadata.name && status?.phase !== 'Processed',
    );
}

function requestDeletion({ metadata }: Backup, { client }: VeleroContext) {
  const { name, uid } = metadata;
  client.create('deletebackuprequests', {
    metadata: {
      generateName: `${name}-`,
      labels: {
        [LABELS.backupName]: labelValue(name),
        [LABELS.backupUid]: uid,
      },
    },
    spec: { backupName: name },
  });
}
