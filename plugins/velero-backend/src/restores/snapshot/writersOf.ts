import { LocationIndex } from '../../inventory/LocationIndex';
import { ObjectQueries } from '../../store/ObjectQueries';

/**
 * Names the clusters whose namespaces may be in a backup. One that Velero made here is of this cluster; one that it found
 * in a store is of whoever writes there.
 *
 * @returns nothing while the location is not known; nobody where no cluster of the portal writes
 */
export async function writersOf(
  queries: ObjectQueries,
  backup: {
    cluster: string;
    veleroNamespace: string;
    locationName?: string;
    isSynced: boolean;
  },
): Promise<string[] | undefined> {
  const {
    cluster,
    veleroNamespace: namespace,
    locationName,
    isSynced,
  } = backup;
  if (!locationName) {
    return [cluster];
  }
  const key = { cluster, namespace, name: locationName };
  const locations = await LocationIndex.load(queries, [
    { cluster, namespace, location: locationName },
  ]);
  const others = locations.foreignWriters(key);
  const { accessMode } = locations.reference(key);
  if (accessMode === 'ReadOnly') {
    // Where this cluster only reads it has written nothing, unless it was allowed to before.
    return [...(isSynced ? [] : [cluster]), ...(others ?? [])];
  }
  if (!isSynced) {
    return [cluster];
  }
  return others && [cluster, ...others];
}
