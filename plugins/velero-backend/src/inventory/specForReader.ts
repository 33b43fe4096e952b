/** The keys of a spec that say nothing about namespaces of others. */
const HARMLESS_KEYS = [
  // Of a Backup.
  'csiSnapshotTimeout',
  'defaultVolumesToFsBackup',
  'includeClusterResources',
  'excludedResources',
  'includedResources',
  'itemOperationTimeout',
  'snapshotMoveData',
  'snapshotVolumes',
  'storageLocation',
  'ttl',
  // Of a Restore.
  'backupName',
  'existingResourcePolicy',
  'preserveNodePorts',
  'restorePVs',
  'scheduleName',
];

/**
 * Gives the spec of a backup or restore as its reader may see it: whole when all of it is the reader's, and otherwise only what
 * says nothing about others.
 */
export function specForReader(
  spec: unknown,
  reach: { namespaces: string[]; shared: boolean },
): Record<string, unknown> {
  const whole = (spec ?? {}) as Record<string, unknown>;
  if (!reach.shared) {
    return whole;
  }
  return {
    ...Object.fromEntries(
      HARMLESS_KEYS.filter(key => key in whole).map(key => [key, whole[key]]),
    ),
    includedNamespaces: [...reach.namespaces, '(and others)'],
  };
}
