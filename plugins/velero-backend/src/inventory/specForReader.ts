/** The keys of a Backup's spec that say nothing about namespaces of others. */
const HARMLESS_KEYS = [
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
];

/**
 * Gives the spec of a backup as its reader may see it: whole when all of it is the reader's, and otherwise only what
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
