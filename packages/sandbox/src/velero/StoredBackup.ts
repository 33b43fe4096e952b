import { gzipSync } from 'node:zlib';
import { StoredFolder } from '../objectstore/Bucket';
import { NamespaceItem } from './clusterContents';
import { Backup } from './VeleroObjects';

/** What a backup took and what went wrong, beyond what its object says. */
export interface BackupReport {
  items: NamespaceItem[];
  errors: BackupProblem[];
  warnings: BackupProblem[];
}

export interface BackupProblem {
  /** A problem of Velero itself when absent. */
  namespace?: string;
  message: string;
}

const MEBIBYTE = 1024 * 1024;

/** A backup's folder in a bucket. */
export class StoredBackup implements StoredFolder {
  /** As it was when it was written last; synchronisation makes objects of it. */
  backup: Backup;
  readonly #report: () => BackupReport;

  constructor(backup: Backup, report: () => BackupReport) {
    this.backup = backup;
    this.#report = report;
  }

  read(file: string): Buffer | undefined {
    const { name } = this.backup.metadata;
    if (file === 'velero-backup.json') {
      return Buffer.from(JSON.stringify(this.backup));
    }
    const start = `${name}-`;
    const content = file.startsWith(start)
      ? this.#content(file.slice(start.length))
      : undefined;
    return content === undefined ? undefined : gzipSync(content);
  }

  #content(file: string): string | undefined {
    switch (file) {
      case 'logs.gz':
        return this.#logLines().join('');
      case 'results.gz':
        return JSON.stringify(this.#results());
      case 'resource-list.json.gz':
        return JSON.stringify(this.#resourceList());
      case 'volumeinfo.json.gz':
        return JSON.stringify(this.#volumeInfos());
      case 'itemoperations.json.gz':
        return '[]';
      case 'volumesnapshots.json.gz':
        return 'null';
      default:
        return undefined;
    }
  }

  #results() {
    const { errors, warnings } = this.#report();
    return { errors: byPlace(errors), warnings: byPlace(warnings) };
  }

  #resourceList(): Record<string, string[]> {
    const list: Record<string, string[]> = {};
    for (const { groupKind, namespace, name } of this.#report().items) {
      const text = groupKind === 'v1/Namespace' ? name : `${namespace}/${name}`;
      list[groupKind] = [...(list[groupKind] ?? []), text];
    }
    return list;
  }

  #volumeInfos() {
    const { startTimestamp, completionTimestamp } = this.backup.status ?? {};
    return this.#report()
      .items.filter(({ plural }) => plural === 'persistentvolumeclaims')
      .map(({ namespace, name }, index) => ({
        pvcName: name,
        pvcNamespace: namespace,
        pvName: `pvc-${namespace}-${index}`,
        backupMethod: 'PodVolumeBackup',
        snapshotDataMoved: false,
        preserveLocalSnapshot: false,
        skipped: false,
        startTimestamp,
        completionTimestamp,
        result: 'succeeded',
        pvbInfo: {
          uploaderType: 'kopia',
          volumeName: 'data',
          podName: `${namespace}-db-0`,
          podNamespace: namespace,
          size: (64 + name.length) * MEBIBYTE,
          incrementalSize: name.length * MEBIBYTE,
        },
      }));
  }

  #logLines(): string[] {
    const { status } = this.backup;
    const { items, errors, warnings } = this.#report();
    const total = items.length;
    return [
      this.#logLine('info', 'Collecting the items of the backup'),
      ...items.map(({ groupKind, namespace, name }, index) =>
        this.#logLine(
          'info',
          `Backed up ${index + 1} items out of an estimated total of ${total}`,
          { name, namespace, resource: groupKind },
        ),
      ),
      ...warnings.map(({ message }) => this.#logLine('warning', message)),
      ...errors.map(({ message }) => this.#logLine('error', message)),
      this.#logLine('info', `Backup ended as ${status?.phase}`),
    ];
  }

  #logLine(level: string, message: string, fields: object = {}): string {
    const { namespace, name } = this.backup.metadata;
    const pairs = Object.entries({ backup: `${namespace}/${name}`, ...fields });
    const rest = pairs.map(([key, value]) => `${key}=${value}`).join(' ');
    const time = this.backup.status?.startTimestamp;
    return `time="${time}" level=${level} msg=${JSON.stringify(
      message,
    )} ${rest}\n`;
  }
}

/** Keys without content are left out, as by Go's omitempty. */
function byPlace(problems: BackupProblem[]) {
  const velero: string[] = [];
  const namespaces: Record<string, string[]> = {};
  for (const { namespace, message } of problems) {
    if (namespace) {
      namespaces[namespace] = [...(namespaces[namespace] ?? []), message];
    } else {
      velero.push(message);
    }
  }
  return {
    ...(velero.length && { velero }),
    ...(Object.keys(namespaces).length && { namespaces }),
  };
}
