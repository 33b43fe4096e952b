import { ObjectQueries } from '../store/ObjectQueries';
import { RestoreRow } from '../store/RestoreQueries';
import { LocationIndex } from './LocationIndex';
import { clustersOf } from './toBackup';

/** Loads the locations that restored backups lie in, or may have lain in when they are gone. */
export async function loadSources(
  queries: ObjectQueries,
  rows: RestoreRow[],
): Promise<LocationIndex> {
  const clusters = [...new Set(rows.map(({ cluster }) => cluster))];
  return LocationIndex.of(queries, await queries.locationsIn(clusters));
}

/**
 * Names the clusters whose namespaces a restore reads: those of its backup. Of a backup that is gone nobody knows, so all
 * that one there may be of are named; nobody's are read while the locations are not known.
 */
export function sourceClustersOf(
  row: RestoreRow,
  locations: LocationIndex,
): string[] {
  const { cluster, namespace, backup } = row;
  if (backup) {
    return clustersOf(backup, locations);
  }
  const others = locations.foreignWritersTo({ cluster, namespace });
  return others ? [cluster, ...others] : [];
}
