import { formatTime } from '../clock/Clock';
import { formatGoDuration, parseGoDuration } from './goDuration';
import { labelValue } from './labelValue';
import { VeleroContext } from './VeleroContext';
import { Backup, BackupSpec, LABELS } from './VeleroObjects';

const DEFAULT_TTL_MILLIS = 720 * 3_600_000;
const KUBERNETES_VERSION = { git: 'v1.34.2', major: '1', minor: '34' };

/** A backup's spec as the server writes it back before it validates it: with all defaults. */
export function completeSpec(
  spec: BackupSpec,
  defaultLocation: string,
): BackupSpec {
  const included = spec.includedNamespaces ?? [];
  return {
    csiSnapshotTimeout: '10m0s',
    defaultVolumesToFsBackup: false,
    hooks: {},
    itemOperationTimeout: '4h0m0s',
    metadata: {},
    snapshotMoveData: false,
    volumeGroupSnapshotLabelKey: 'velero.io/volume-group',
    ...spec,
    ...addedExclusions(spec),
    includedNamespaces: included.length > 0 ? included : ['*'],
    storageLocation: spec.storageLocation || defaultLocation,
    ttl: formatGoDuration(ttlMillis(spec)),
  };
}

/** Which lists the server extends depends on whether the old filters are used. */
function addedExclusions(spec: BackupSpec): Partial<BackupSpec> {
  const old =
    spec.includedResources?.length ||
    spec.excludedResources?.length ||
    spec.includeClusterResources !== undefined;
  return old
    ? {
        excludedResources: [
          ...(spec.excludedResources ?? []),
          'volumesnapshots.snapshot.storage.k8s.io',
          'volumesnapshotcontents.snapshot.storage.k8s.io',
        ],
      }
    : {
        excludedClusterScopedResources: [
          ...(spec.excludedClusterScopedResources ?? []),
          'volumesnapshotcontents.snapshot.storage.k8s.io',
        ],
        excludedNamespaceScopedResources: [
          ...(spec.excludedNamespaceScopedResources ?? []),
          'volumesnapshots.snapshot.storage.k8s.io',
        ],
      };
}

function ttlMillis({ ttl }: BackupSpec): number {
  return (ttl && parseGoDuration(ttl)) || DEFAULT_TTL_MILLIS;
}

/** The location of backups that name none. */
export function defaultLocationOf({ client }: VeleroContext): string {
  const chosen = client
    .list('backupstoragelocations')
    .find(({ spec }) => spec?.default);
  return chosen?.metadata.name ?? 'default';
}

/** The labels and annotations that the server puts on a backup. */
export function backupMarks(spec: BackupSpec) {
  return {
    labels: {
      [LABELS.storageLocation]: labelValue(spec.storageLocation ?? ''),
    },
    annotations: {
      'velero.io/resource-timeout': '10m0s',
      'velero.io/source-cluster-k8s-gitversion': KUBERNETES_VERSION.git,
      'velero.io/source-cluster-k8s-major-version': KUBERNETES_VERSION.major,
      'velero.io/source-cluster-k8s-minor-version': KUBERNETES_VERSION.minor,
    },
  };
}

/** When a backup that begins now expires. A later change of its ttl changes nothing. */
export function expirationOf(spec: BackupSpec, begin: Date): string {
  return formatTime(new Date(begin.getTime() + ttlMillis(spec)));
}

export function isTerminal({ status }: Backup): boolean {
  return [
    'Completed',
    'PartiallyFailed',
    'Failed',
    'FailedValidation',
  ].includes(status?.phase ?? '');
}
