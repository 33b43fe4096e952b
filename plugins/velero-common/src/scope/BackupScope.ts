import { textAt, textListAt, valueAt } from '../velero/lenient';
import {
  NamespaceSelection,
  namespaceSelectionOf,
} from '../velero/namespaceSelection';
import { KindList } from './kindList';
import { labelSelectorText } from './labelSelectorText';
import { specProblemOf } from './specProblemOf';

/**
 * What a backup takes: the spec of a Backup or the template of a Schedule, read once for many questions.
 *
 * @public
 */
export interface BackupScope {
  /** False when there is no spec to read. */
  known: boolean;
  namespaces: NamespaceSelection;
  /** Why Velero refuses the spec. */
  problem?: string;
  /** Kinds of objects in namespaces. */
  kinds: KindList;
  /** Kinds of objects outside of namespaces, as far as they are taken along with others. */
  clusterKinds: KindList;
  /** Label selectors of which one has to fit; empty when all objects are taken. */
  selectors: string[];
  /** False only when snapshots are turned off; without a word Velero takes them where it can. */
  snapshots: boolean;
  /** True when snapshots are copied to the storage location. */
  movesData: boolean;
  /** True when the files of all pod volumes are copied. */
  copiesFiles: boolean;
  /** Name of the ConfigMap that decides on volumes. */
  volumePolicy?: string;
}

/**
 * Reads a spec of any Velero version, leniently.
 *
 * @param spec - the spec of a Backup, or the template of a Schedule
 * @public
 */
export function readBackupScope(spec: unknown): BackupScope {
  return {
    known: typeof spec === 'object' && spec !== null && !Array.isArray(spec),
    namespaces: namespaceSelectionOf(spec),
    problem: specProblemOf(spec),
    ...kindListsOf(spec),
    selectors: selectorsOf(spec),
    snapshots: valueAt(spec, 'snapshotVolumes') !== false,
    movesData: valueAt(spec, 'snapshotMoveData') === true,
    copiesFiles:
      valueAt(spec, 'defaultVolumesToFsBackup') === true ||
      valueAt(spec, 'defaultVolumesToRestic') === true,
    volumePolicy: volumePolicyOf(spec),
  };
}

/** A spec has the old filters or the new ones; one that has both is refused. */
function kindListsOf(
  spec: unknown,
): Pick<BackupScope, 'kinds' | 'clusterKinds'> {
  const old = listOf(spec, 'Resources');
  const isOld = old.included.length > 0 || old.excluded.length > 0;
  const cluster = valueAt(spec, 'includeClusterResources');
  if (!isOld && typeof cluster !== 'boolean') {
    const { excluded } = listOf(spec, 'ClusterScopedResources');
    return {
      kinds: listOf(spec, 'NamespaceScopedResources'),
      // What is included there is taken in addition to what belongs to a namespace.
      clusterKinds: { included: [], excluded },
    };
  }
  return {
    kinds: old,
    clusterKinds: cluster === false ? { included: [], excluded: ['*'] } : old,
  };
}

function listOf(spec: unknown, suffix: string): KindList {
  return {
    included: textListAt(spec, `included${suffix}`),
    excluded: textListAt(spec, `excluded${suffix}`),
  };
}

function selectorsOf(spec: unknown): string[] {
  const either = valueAt(spec, 'orLabelSelectors');
  const selectors = [
    valueAt(spec, 'labelSelector'),
    ...(Array.isArray(either) ? either : []),
  ].filter(Boolean);
  const texts = selectors.map(labelSelectorText);
  return texts.includes('') ? [] : texts;
}

/** Velero ignores a policy of another kind without a word. */
function volumePolicyOf(spec: unknown): string | undefined {
  const kind = textAt(spec, 'resourcePolicy', 'kind')?.toLowerCase();
  return kind === 'configmap'
    ? textAt(spec, 'resourcePolicy', 'name')
    : undefined;
}
