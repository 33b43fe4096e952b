import { NamespaceKey } from '../store/NamespaceStore';
import { ObjectQueries, WithheldBackups } from '../store/ObjectQueries';
import { LocationIndex } from './LocationIndex';
import { clustersOf, namespacesInAll } from './toBackup';

/**
 * Finds the locations that hold backups of other clusters in which not all of the namespaces are the reader's, too: a
 * namespace of the same name there is somebody else's.
 */
export async function findWithheld(
  queries: ObjectQueries,
  readable: NamespaceKey[],
): Promise<WithheldBackups[]> {
  const clusters = [...new Set(readable.map(({ cluster }) => cluster))];
  const found = await queries.locationsIn(clusters);
  const rows = found.map(({ cluster, namespace, name }) => ({
    cluster,
    namespace,
    location: name,
    synced: true,
  }));
  const index = await LocationIndex.of(queries, found);
  return rows.flatMap(row => {
    const own = namespacesInAll([row.cluster], readable);
    const namespaces = namespacesInAll(clustersOf(row, index), readable);
    return namespaces.length < own.length ? [{ ...row, namespaces }] : [];
  });
}
