import { formatTime } from '../clock/Clock';
import { LINK_LIFETIME_MILLIS } from '../objectstore/DownloadLinks';
import { backupPath } from './storagePaths';
import { VeleroContext } from './VeleroContext';
import { DownloadRequest } from './VeleroObjects';

/** The file of a backup that each kind of target means. */
const FILES: Record<string, string> = {
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

/** Starts the controller that signs links to the files of backups. */
export function startDownloads(context: VeleroContext) {
  const { client, feed, every, timing } = context;
  feed('downloadrequests').onChange(({ object, previous }) => {
    const request = client.get('downloadrequests', object.metadata.name);
    if (!previous && request && !request.status?.phase) {
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

function linkTo(
  { kind, name }: DownloadRequest['spec']['target'],
  { client, links }: VeleroContext,
): string | undefined {
  const backup = client.get('backups', name);
  const { storageLocation = '' } = backup?.spec ?? {};
  const location = client.get('backupstoragelocations', storageLocation);
  const bucket = location?.spec?.objectStorage?.bucket;
  if (
    !location ||
    !bucket ||
    !FILES[kind] ||
    isWaiting(backup?.status?.phase)
  ) {
    return undefined;
  }
  const key = `${backupPath(location, name)}/${name}${FILES[kind]}`;
  return links.sign({ bucket, key });
}

function isWaiting(phase = ''): boolean {
  return ['', 'New', 'Queued', 'ReadyToStart'].includes(phase);
}

function removeExpired({ client, clock }: VeleroContext) {
  for (const { metadata, status } of client.list('downloadrequests')) {
    const { expiration } = status ?? {};
    if (expiration && Date.parse(expiration) <= clock.now().getTime()) {
      client.remove('downloadrequests', metadata.name);
    }
  }
}
