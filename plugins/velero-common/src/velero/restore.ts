import {
  countAt,
  textAt,
  textListAt,
  textMapAt,
  timeAt,
  valueAt,
} from './lenient';
import {
  NamespaceSelection,
  namespaceSelectionOf,
  selectsNamespace,
} from './namespaceSelection';

/** What a Restore object says, in one form for all server versions. Times are ISO 8601 in UTC. @public */
export interface RestoreFacts {
  /** Empty while Velero has not seen the object. */
  phase: string;
  createdAt?: string;
  startedAt?: string;
  completedAt?: string;
  /** The backup that is restored; Velero fills it in for a restore of a schedule. */
  backup?: string;
  schedule?: string;
  itemsDone?: number;
  itemsTotal?: number;
  warnings?: number;
  errors?: number;
  validationErrors: string[];
  failureReason?: string;
  /** From the namespace in the backup to the one in the cluster, where they differ. */
  namespaceMapping: Record<string, string>;
  /** What happens to objects that exist: `none` or `update`. */
  existingResourcePolicy?: string;
  /** Absent where Velero decides by itself. */
  restorePVs?: boolean;
}

/**
 * Reads a Restore object of any Velero version, leniently.
 *
 * @param object - the custom resource as the API server gives it
 * @public
 */
export function readRestore(object: unknown): RestoreFacts {
  const restorePVs = valueAt(object, 'spec', 'restorePVs');
  return {
    phase: textAt(object, 'status', 'phase') ?? '',
    createdAt: timeAt(object, 'metadata', 'creationTimestamp'),
    startedAt: timeAt(object, 'status', 'startTimestamp'),
    completedAt: timeAt(object, 'status', 'completionTimestamp'),
    backup: textAt(object, 'spec', 'backupName'),
    schedule: textAt(object, 'spec', 'scheduleName'),
    itemsDone: countAt(object, 'status', 'progress', 'itemsRestored'),
    itemsTotal: countAt(object, 'status', 'progress', 'totalItems'),
    warnings: countAt(object, 'status', 'warnings'),
    errors: countAt(object, 'status', 'errors'),
    validationErrors: textListAt(object, 'status', 'validationErrors'),
    failureReason: textAt(object, 'status', 'failureReason'),
    namespaceMapping: textMapAt(object, 'spec', 'namespaceMapping'),
    existingResourcePolicy: textAt(object, 'spec', 'existingResourcePolicy'),
    restorePVs: typeof restorePVs === 'boolean' ? restorePVs : undefined,
  };
}

/** The namespaces that a restore takes from its backup, and where it writes them to. @public */
export interface RestoreSelection extends NamespaceSelection {
  /** From the namespace in the backup to the one in the cluster, where they differ. */
  mapping: Record<string, string>;
}

/**
 * Reads the selection out of the spec of a Restore, as leniently as that of a backup is read.
 *
 * @public
 */
export function restoreSelectionOf(spec: unknown): RestoreSelection {
  return {
    ...namespaceSelectionOf(spec),
    mapping: textMapAt(spec, 'namespaceMapping'),
  };
}

/** A namespace of a backup, and the one that a restore writes it to. @public */
export interface RestoredNamespace {
  source: string;
  target: string;
}

/**
 * Tells what a restore reads of some namespaces and writes to some namespaces.
 *
 * @param options - what the `restore` takes of the `backup` that it restores, and the namespaces in question: the
 * `sources` as they are named in the backup, the `targets` as they are in the cluster
 * @returns the pairs of which one side at least is in question
 * @public
 */
export function restoredNamespacesOf(options: {
  restore: RestoreSelection;
  backup: NamespaceSelection;
  sources: string[];
  targets: string[];
}): RestoredNamespace[] {
  const { restore, backup, sources, targets } = options;
  const { mapping } = restore;
  const names = new Set([...sources, ...targets, ...Object.keys(mapping)]);
  return [...names]
    .filter(
      name => selectsNamespace(restore, name) && selectsNamespace(backup, name),
    )
    .map(source => ({
      source,
      target: Object.hasOwn(mapping, source) ? mapping[source] : source,
    }))
    .filter(
      ({ source, target }) =>
        sources.includes(source) || targets.includes(target),
    );
}
