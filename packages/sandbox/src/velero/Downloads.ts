import { errorMessage } from '../api/errorMessage';
import { formatTime } from '../clock/Clock';
import { LINK_LIFETIME_MILLIS } from '../objectstore/DownloadLinks';
import { openStore } from './store/openStore';
import { backupPath, restorePath } from './store/storagePaths';
import { VeleroContext } from './VeleroContext';
import { BackupStorageLocation, DownloadRequest } from './VeleroObjects';

type Target = DownloadRequest['spec']['target'];

/** What the file of a backup that each kind of target means adds to the backup's name. */
const BACKUP_FILES: Record<string, string> = {
  BackupLog: '-logs.gz',
  BackupContents: '.tar.gz',
  BackupResults: '-results.gz',
  BackupResourceList: '-resource-list.json.gz',
  BackupVolumeInfos: '-volumeinfo.json.gz',
  BackupItemOperations: '-itemoperations.json.gz',
  BackupVolumeSnapshots: '-volumesnapshots.json.gz',
  CSIBackupVolumeSnapshots: '-csi-volumesnapshots.json.gz',
  CSIBackupVolumeSnapshotContents: '-csi-volumesnapshotcontents.json.gz',
};

/** The file of the restore `name`. */
const RESTORE_FILES: Record<string, (name: string) => string> = {
  RestoreLog: name => `restore-${name}-logs.gz`,
  RestoreResults: name => `restore-${name}-results.gz`,
  RestoreResourceList: name => `restore-${name}-resource-list.json.gz`,
  RestoreItemOperations: name => `restore-${name}-itemoperations.json.gz`,
  RestoreVolumeInfo: name => `${name}-volumeinfo.json.gz`,
};

/** Starts the controller that signs links to the files of backups and restores. */
export function startDownloads(context: VeleroContext) {
  const { client, feed, every, timing } = context;
  feed('downloadrequests').onChange(({ object }) => {
    const request = client.get('downloadrequests', object.metadata.name);
    if (request && !request.status?.phase) {
      process(request, context);
    }
  });
  every(timing.requestCleanup, () => removeExpired(context));
}

function process({ metadata, spec }: DownloadRequest, context: VeleroContext) {
  const { client, clock } = context;
  const end = clock.now().getTime() + LINK_LIFETIME_MILLIS;
  const expiration = formatTime(new Date(end));
  // Without a link the request keeps an empty phase for ever: 1.18 says neither that it failed nor why.
  const downloadURL = linkTo(spec.target, context);
  client.patch('downloadrequests', metadata.name, {
    status: downloadURL
      ? { phase: 'Processed', downloadURL, expiration }
      : { expiration },
  });
}

function linkTo(target: Target, context: VeleroContext): string | undefined {
  const location = locationOf(target, context);
  const path = pathOf(target);
  if (!location || !path) {
    return undefined;
  }
  try {
    return openStore(location, context).link(path);
  } catch (error) {
    context.log.error(`Error getting a backup store: ${errorMessage(error)}`);
    return undefined;
  }
}

function pathOf({ kind, name }: Target): string | undefined {
  if (Object.hasOwn(BACKUP_FILES, kind)) {
    return `${backupPath(name)}/${name}${BACKUP_FILES[kind]}`;
  }
  return Object.hasOwn(RESTORE_FILES, kind)
    ? `${restorePath(name)}/${RESTORE_FILES[kind](name)}`
    : undefined;
}

/** A backup that waits in the queue has no location yet, unless its author named one. */
function locationOf(
  { kind, name }: Target,
  { client }: VeleroContext,
): BackupStorageLocation | undefined {
  const backupName = Object.hasOwn(RESTORE_FILES, kind)
    ? client.get('restores', name)?.spec?.backupName
    : name;
  const backup = client.get('backups', backupName ?? '');
  const { storageLocation = '' } = backup?.spec ?? {};
  return client.get('backupstoragelocations', storageLocation);
}

function removeExpired({ client, clock }: VeleroContext) {
  for (const { metadata, status } of client.list('downloadrequests')) {
    const { expiration } = status ?? {};
    if (expiration && Date.parse(expiration) <= clock.now().getTime()) {
      client.remove('downloadrequests', metadata.name);
    }
  }
}
