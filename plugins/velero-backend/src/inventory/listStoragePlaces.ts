import {
  readStorageLocation,
  storageServiceOf,
  StoragePlaceSummary,
  StorageUse,
} from 'backstage-plugin-velero-common';
import { ObjectQueries, RowKey } from '../store/ObjectQueries';
import { ObjectRow } from '../store/tables';

/** Lists the places where the clusters keep backups, each once, with who writes and who reads there. */
export async function listStoragePlaces(
  queries: ObjectQueries,
  clusters: string[],
): Promise<StoragePlaceSummary[]> {
  const [rows, counted] = await Promise.all([
    queries.locationsIn(clusters),
    queries.backupsByLocation(clusters),
  ]);
  const counts = new Map(counted.map(entry => [keyOf(entry), entry.count]));
  const places = new Map<string, StoragePlaceSummary>();
  for (const row of rows) {
    // A location without a bucket is a place of its own.
    const key = row.place ?? keyOf(row);
    const place = places.get(key) ?? placeOf(row);
    const use = useOf(row, counts.get(keyOf(row)) ?? 0);
    const list = use.accessMode === 'ReadOnly' ? place.readers : place.writers;
    list.push(use);
    places.set(key, place);
  }
  return [...places.values()];
}

function placeOf(row: ObjectRow): StoragePlaceSummary {
  const facts = readStorageLocation(JSON.parse(row.doc));
  const { provider, endpoint, bucket, prefix } = facts;
  const service = storageServiceOf(facts);
  return {
    provider,
    ...(service && { service }),
    ...(endpoint && URL.canParse(endpoint) && { host: new URL(endpoint).host }),
    bucket,
    prefix,
    writers: [],
    readers: [],
  };
}

function useOf(row: ObjectRow, backups: number): StorageUse {
  const { accessMode, phase, message, lastValidatedAt } = readStorageLocation(
    JSON.parse(row.doc),
  );
  const { cluster, namespace: veleroNamespace, name } = row;
  return {
    ...{ cluster, veleroNamespace, name, accessMode, phase, message },
    lastValidatedAt,
    backups,
  };
}

function keyOf({ cluster, namespace, name }: RowKey): string {
  return `${cluster}/${namespace}/${name}`;
}
