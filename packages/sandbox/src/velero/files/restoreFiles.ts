import { gzipSync } from 'node:zlib';
import { RestoreRecord } from '../restores/RestoreRecord';
import { Restore } from '../VeleroObjects';
import { gzipJson } from './backupFiles';
import { formatLog, LogEntry } from './logLines';

const RUN = 'pkg/controller/restore_controller.go';

/** The name of a restore's log in its folder. */
export function restoreLogName(restore: Restore): string {
  return `restore-${restore.metadata.name}-logs.gz`;
}

/** A restore's folder in a bucket besides its log. */
export function restoreFiles(
  restore: Restore,
  record: RestoreRecord,
): Record<string, Buffer> {
  const { name } = restore.metadata;
  const { errors, warnings } = record;
  return {
    [`restore-${name}-results.gz`]: gzipJson({ errors, warnings }),
    [`restore-${name}-resource-list.json.gz`]: gzipJson(record.resourceList()),
    [`restore-${name}-itemoperations.json.gz`]: gzipJson([]),
    [`${name}-volumeinfo.json.gz`]: gzipJson([]),
  };
}

export function restoreLog(restore: Restore, record: RestoreRecord): Buffer {
  const { namespace, name } = restore.metadata;
  const entries = [
    info('starting restore', `${RUN}:578`),
    info(
      `Starting restore of backup ${namespace}/${restore.spec?.backupName}`,
      'pkg/restore/restore.go:719',
    ),
    ...record.log,
    ...problems(record),
    info('restore completed', `${RUN}:640`),
  ];
  return gzipSync(
    formatLog(entries, {
      time: restore.status?.startTimestamp ?? '',
      fields: { restore: `${namespace}/${name}` },
    }),
  );
}

function problems({ errors, warnings }: RestoreRecord): LogEntry[] {
  const levels = [
    { level: 'error', word: 'error', results: errors },
    { level: 'warning', word: 'warning', results: warnings },
  ] as const;
  return levels.flatMap(({ level, word, results }) =>
    [
      ...(results.velero ?? []).map(text => `Velero restore ${word}: ${text}`),
      ...(results.cluster ?? []).map(
        text => `Cluster resource restore ${word}: ${text}`,
      ),
      ...Object.entries(results.namespaces ?? {}).flatMap(([place, texts]) =>
        texts.map(
          text => `Namespace ${place}, resource restore ${word}: ${text}`,
        ),
      ),
    ].map(message => ({ level, message, source: `${RUN}:626` })),
  );
}

function info(message: string, source: string): LogEntry {
  return { level: 'info', message, source };
}
