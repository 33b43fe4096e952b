import { formatTime } from '../clock/Clock';
import {
  SNAPSHOT_CONTENTS,
  SNAPSHOTS,
  usesOldFilters,
} from './contents/ResourceFilter';
import { durationOf, parseGoDuration } from './goDuration';
import { labelValue } from './labelValue';
import { VeleroContext } from './VeleroContext';
import { BackupSpec, LABELS } from './VeleroObjects';

const DEFAULT_TTL_MILLIS = 720 * 3_600_000;
const KUBERNETES_VERSION = { git: 'v1.34.2', major: '1', minor: '34' };

/** A backup's spec as the server writes it back before it validates it: with all defaults. */
export function completeSpec(
  spec: BackupSpec,
  options: {
    defaultLocation: string;
    /** Those that ask by a label to be left out. */
    excludedNamespaces?: string[];
  },
): BackupSpec {
  const included = spec.includedNamespaces ?? [];
  const excluded = [
    ...(spec.excludedNamespaces ?? []),
    ...(options.excludedNamespaces ?? []),
  ];
  return {
    defaultVolumesToFsBackup: false,
    snapshotMoveData: false,
    volumeGroupSnapshotLabelKey: 'velero.io/volume-group',
    ...spec,
    ...addedExclusions(spec),
    csiSnapshotTimeout: durationOf(spec.csiSnapshotTimeout, '10m0s'),
    itemOperationTimeout: durationOf(spec.itemOperationTimeout, '4h0m0s'),
    includedNamespaces: included.length > 0 ? included : ['*'],
    ...(excluded.length > 0 && { excludedNamespaces: excluded }),
    storageLocation: spec.storageLocation || options.defaultLocation,
    ttl: durationOf(spec.ttl, '720h0m0s'),
  };
}

/** Which lists the server extends depends on whether the old filters are used. */
function addedExclusions(spec: BackupSpec): Partial<BackupSpec> {
  return usesOldFilters(spec)
    ? {
        excludedResources: extended(spec.excludedResources, [
          SNAPSHOTS,
          SNAPSHOT_CONTENTS,
        ]),
      }
    : {
        excludedClusterScopedResources: extended(
          spec.excludedClusterScopedResources,
          [SNAPSHOT_CONTENTS],
        ),
        excludedNamespaceScopedResources: extended(
          spec.excludedNamespaceScopedResources,
          [SNAPSHOTS],
        ),
      };
}

function extended(list: string[] = [], added: string[]): string[] {
  return [...list, ...added.filter(item => !list.includes(item))];
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
