import {
  readStorageLocation,
  storageServiceOf,
  StoragePlaceSummary,
  StorageUse,
  urlOfEndpoint,
} from 'backstage-plugin-velero-common';
import { RowKey } from '../store/ObjectQueries';
import { LocationUse, PlaceQueries, PlacesQuery } from '../store/PlaceQueries';
import { ObjectRow } from '../store/tables';

/** Lists a page of the places where the clusters keep backups, each once, with who writes and who reads there. */
export async function listStoragePlaces(
  queries: PlaceQueries,
  query: PlacesQuery,
): Promise<{ items: StoragePlaceSummary[]; next?: RowKey }> {
  const { locations, next } = await queries.page(query);
  const groups = groupByPlace(locations);
  const [stored, uses] = await Promise.all([
    queries.storedIn(query.clusters, [...groups.keys()]),
    queries.usesOf(locations),
  ]);
  const usesByKey = new Map(uses.map(use => [keyOf(use), use]));
  const items = [...groups].map(([key, rows]) =>
    toPlace(rows, { usesByKey, stored: stored.get(key) }),
  );
  return { items, next };
}

function groupByPlace(rows: ObjectRow[]): Map<string, ObjectRow[]> {
  const groups = new Map<string, ObjectRow[]>();
  for (const row of rows) {
    // A location without a bucket is a place of its own.
    const key = row.place ?? keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

function toPlace(
  rows: ObjectRow[],
  counted: { usesByKey: Map<string, LocationUse>; stored?: number },
): StoragePlaceSummary {
  const facts = rows.map(row => readStorageLocation(JSON.parse(row.doc)));
  const { provider, endpoint, bucket, prefix } = facts[0];
  const service = storageServiceOf(facts[0]);
  const host = endpoint && urlOfEndpoint(endpoint)?.host;
  const wasRead = facts.some(({ lastSyncedAt }) => lastSyncedAt);
  const backups = counted.stored ?? (wasRead ? 0 : undefined);
  const uses = rows.map(row => useOf(row, counted.usesByKey.get(keyOf(row))));
  return {
    provider,
    ...(service && { service }),
    ...(host && { host }),
    bucket,
    prefix,
    ...(backups !== undefined && { backups }),
    writers: uses.filter(({ accessMode }) => accessMode !== 'ReadOnly'),
    readers: uses.filter(({ accessMode }) => accessMode === 'ReadOnly'),
  };
}

function useOf(row: ObjectRow, named?: LocationUse): StorageUse {
  const { accessMode, phase, message, lastValidatedAt } = readStorageLocation(
    JSON.parse(row.doc),
  );
  const { cluster, namespace: veleroNamespace, name } = row;
  return {
    ...{ cluster, veleroNamespace, name, accessMode, phase, message },
    lastValidatedAt,
    backups: named?.backups ?? 0,
    schedules: named?.schedules ?? 0,
  };
}

function keyOf({ cluster, namespace, name }: RowKey): string {
  return `${cluster}/${namespace}/${name}`;
}
