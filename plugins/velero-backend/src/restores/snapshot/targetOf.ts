import { SnapshotNamespace } from 'backstage-plugin-velero-common';
import { NamespaceQuestion } from './NamespaceReader';

/**
 * A namespace that is to be made will be of those whose namespace comes back in it. The permission is asked for it by its
 * own name all the same.
 */
export async function targetOf(
  target: SnapshotNamespace,
  origins: SnapshotNamespace[],
  isOwn: NamespaceQuestion['isOwn'],
): Promise<SnapshotNamespace> {
  if (target.uid !== undefined) {
    return target;
  }
  const { cluster, name: namespace } = target;
  const own = await Promise.all(
    origins.map(({ owners }) => isOwn({ cluster, namespace, owners })),
  );
  return { ...target, proven: own.length > 0 && own.every(Boolean) };
}
