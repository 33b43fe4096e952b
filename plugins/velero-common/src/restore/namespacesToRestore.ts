import { isProtectedNamespace } from './isProtectedNamespace';
import { RestoreCase } from './RestoreCase';

/**
 * The namespaces that a Restore has to name: of a whole backup all but those that the cluster itself needs. To Velero an
 * empty list would mean all of them.
 */
export function namespacesToRestore({ wish, snapshot }: RestoreCase): string[] {
  const names =
    wish.wholeBackup === undefined
      ? snapshot.pairs.map(({ source }) => source)
      : (snapshot.contents.namespaces ?? []).filter(
          name => !isProtectedNamespace(name, snapshot.cluster),
        );
  return [...names].sort();
}
