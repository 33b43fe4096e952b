import { resourceOf } from '../contents/BackupItem';
import { BackupReport } from '../contents/BackupReport';
import { usesOldFilters } from '../contents/ResourceFilter';
import { Backup, BackupSpec } from '../VeleroObjects';
import { formatLog, LogEntry } from './logLines';

const RUN = 'pkg/controller/backup_controller.go';
const TAKE = 'pkg/backup/backup.go';

/** The log of a backup. */
export function backupLog(backup: Backup, report: BackupReport): string {
  const { namespace, name } = backup.metadata;
  return formatLog(
    [...beginning(backup, report), ...middle(report), ...end(report)],
    {
      time: backup.status?.startTimestamp ?? '',
      fields: { backup: `${namespace}/${name}` },
    },
  );
}

function info(
  message: string,
  source: string,
  fields?: LogEntry['fields'],
): LogEntry {
  return { level: 'info', message, source, fields };
}

function beginning({ spec = {} }: Backup, report: BackupReport): LogEntry[] {
  const included = spec.includedNamespaces?.join(', ') || '*';
  const excluded = spec.excludedNamespaces?.join(', ') || '<none>';
  const volumes = spec.defaultVolumesToFsBackup === true;
  return [
    info('Setting up backup temp file', `${RUN}:745`),
    info('Setting up plugin manager', `${RUN}:752`),
    info('Getting backup item actions', `${RUN}:756`),
    info('Getting ItemBlock actions', `${RUN}:761`),
    info('Setting up backup store to check for backup existence', `${RUN}:766`),
    info('Writing backup version file', `${TAKE}:276`),
    info(`Including namespaces: ${included}`, `${TAKE}:309`),
    info(`Excluding namespaces: ${excluded}`, `${TAKE}:310`),
    ...filters(spec),
    info(
      `Backing up all volumes using pod volume backup: ${volumes}`,
      `${TAKE}:386`,
    ),
    info(
      `Collected ${report.collected} items matching the backup spec from the Kubernetes API (actual number of items backed up may be more or less depending on velero.io/exclude-from-backup annotation, plugins returning additional related items to back up, etc.)`,
      `${TAKE}:448`,
      { progress: '' },
    ),
    ...(report.namespaces > 0
      ? [
          info(
            `Built PVC-to-Pod cache for ${report.namespaces} namespaces`,
            'internal/volumehelper/volume_policy_helper.go:89',
          ),
        ]
      : []),
  ];
}

function filters(spec: BackupSpec): LogEntry[] {
  const FILTERS = 'pkg/util/collections/includes_excludes.go';
  const named = (list: string[] = [], otherwise: string) =>
    list.join(', ') || otherwise;
  if (usesOldFilters(spec)) {
    return [
      info(
        `Including resources: ${named(spec.includedResources, '*')}`,
        `${FILTERS}:393`,
      ),
      info(
        `Excluding resources: ${named(spec.excludedResources, '<none>')}`,
        `${FILTERS}:394`,
      ),
    ];
  }
  const { includedClusterScopedResources: cluster = [] } = spec;
  return [
    'Scoped resource includes/excludes after initialization',
    `Including namespace-scoped resources: ${named(
      spec.includedNamespaceScopedResources,
      '*',
    )}`,
    `Excluding namespace-scoped resources: ${named(
      spec.excludedNamespaceScopedResources,
      '<none>',
    )}`,
    `Including cluster-scoped resources: [${cluster.join(' ')}]`,
    `Excluding cluster-scoped resources: ${named(
      spec.excludedClusterScopedResources,
      '<none>',
    )}`,
  ].map((message, index) => info(message, `${FILTERS}:${560 + index}`));
}

function middle(report: BackupReport): LogEntry[] {
  const total = report.items.length;
  return report.items.flatMap((item, index) => {
    const { name, namespace = '' } = item.object.metadata;
    const place = { name, namespace, progress: '' };
    const { group } = item.type;
    const kind = group ? `${item.type.kind}.${group}` : item.type.kind;
    const full = `${resourceOf(item)} ${namespace}/${name}`;
    return [
      info('Processing item', `${TAKE}:625`, {
        ...place,
        resource: resourceOf(item),
      }),
      info(`adding ${full} to ItemBlock`, `${TAKE}:828`),
      info(
        `Backing Up Item Block including ${full} (1 items in block)`,
        `${TAKE}:662`,
      ),
      info('Backing up item', 'pkg/backup/item_backupper.go:222', {
        name,
        namespace,
        resource: resourceOf(item),
      }),
      info(
        `Backed up ${
          index + 1
        } items out of an estimated total of ${total} (estimate will change throughout the backup)`,
        `${TAKE}:610`,
        { ...place, kind },
      ),
    ];
  });
}

function end({ items, failed, problems }: BackupReport): LogEntry[] {
  const total = items.length + failed.length;
  return [
    ...problems,
    info('done processing ItemBlocks', `${TAKE}:682`),
    info('Waiting for completion of PVB', 'pkg/podvolume/backupper.go:436'),
    info('Summary for skipped PVs: []', `${TAKE}:730`),
    info(`Backed up a total of ${total} items`, `${TAKE}:734`, {
      progress: '',
    }),
  ];
}
