import { gzipSync } from 'node:zlib';
import { FolderFiles } from '../../objectstore/Bucket';
import { BackupReport } from '../contents/BackupReport';
import { packItems } from '../contents/contentsArchive';
import { Backup } from '../VeleroObjects';
import { backupLog } from './backupLog';
import { backupResourceList } from './backupResourceList';
import { resultsOf } from './Results';
import { volumeInfos } from './volumeInfos';

/** A backup's folder in a bucket: what each file holds is made when it is asked for. */
export function backupFiles(
  backup: Backup,
  report: () => BackupReport,
): FolderFiles {
  const { name } = backup.metadata;
  const json = (content: () => unknown) => () => gzipJson(content());
  return {
    'velero-backup.json': () => metadataFile(backup),
    [`${name}.tar.gz`]: () => packItems(report().items, startOf(backup)),
    [`${name}-logs.gz`]: () => gzipSync(backupLog(backup, report())),
    [`${name}-results.gz`]: json(() => ({
      errors: resultsOf(report().problems, 'error'),
      warnings: resultsOf(report().problems, 'warning'),
    })),
    [`${name}-resource-list.json.gz`]: json(() => backupResourceList(report())),
    [`${name}-volumeinfo.json.gz`]: json(() =>
      volumeInfos(report(), backup.status),
    ),
    [`${name}-itemoperations.json.gz`]: json(() => []),
    [`${name}-podvolumebackups.json.gz`]: json(() => []),
    // Go writes a list that was never made as null.
    [`${name}-volumesnapshots.json.gz`]: json(() => null),
  };
}

/** A server writes what it has a type for, also where nothing was said. */
export function metadataFile(backup: Backup): Buffer {
  const spec = { hooks: {}, metadata: {}, ...backup.spec };
  return Buffer.from(`${JSON.stringify({ ...backup, spec })}\n`);
}

export function gzipJson(content: unknown): Buffer {
  return gzipSync(`${JSON.stringify(content)}\n`);
}

function startOf({ status }: Backup): Date {
  return new Date(status?.startTimestamp ?? 0);
}
