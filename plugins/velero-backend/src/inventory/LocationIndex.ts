import {
  BackupOrigin,
  LocationReference,
  readStorageLocation,
  StorageLocationFacts,
} from 'backstage-plugin-velero-common';
import { ObjectQueries, RowKey } from '../store/ObjectQueries';
import { ObjectRow } from '../store/tables';

interface KnownLocation extends StorageLocationFacts {
  key: RowKey;
  place?: string;
  /** Clusters that write to the same place. */
  writers: string[];
}

/** The storage locations that a page of rows refers to, with who writes to the same places. */
export class LocationIndex {
  readonly #locations: Map<string, KnownLocation>;

  private constructor(locations: Map<string, KnownLocation>) {
    this.#locations = locations;
  }

  /** Loads those that the rows refer to. */
  static async load(
    queries: ObjectQueries,
    rows: Array<Pick<ObjectRow, 'cluster' | 'namespace' | 'location'>>,
  ): Promise<LocationIndex> {
    const keys = new Map<string, RowKey>();
    for (const { cluster, namespace, location } of rows) {
      if (location) {
        const key = { cluster, namespace, name: location };
        keys.set(textOf(key), key);
      }
    }
    return LocationIndex.of(
      queries,
      await queries.findAll('backupstoragelocations', [...keys.values()]),
    );
  }

  /** Takes those that are at hand. */
  static async of(
    queries: ObjectQueries,
    found: ObjectRow[],
  ): Promise<LocationIndex> {
    const places = found.flatMap(row => row.place ?? []);
    const writers = writersByPlace(await queries.locationsAt(places));
    return new LocationIndex(
      new Map(
        found.map(row => [
          textOf(row),
          {
            ...readStorageLocation(JSON.parse(row.doc)),
            key: row,
            place: row.place ?? undefined,
            writers: writers.get(row.place ?? '') ?? [],
          },
        ]),
      ),
    );
  }

  reference(key: RowKey): LocationReference {
    const location = this.#locations.get(textOf(key));
    return {
      name: key.name,
      provider: location?.provider,
      bucket: location?.bucket,
      prefix: location?.prefix,
      accessMode: location?.accessMode,
      place: location?.place,
    };
  }

  /**
   * Names the other clusters whose backups a location holds, or may hold. What they call by the name of a namespace here
   * is theirs. `undefined` while the location is not known.
   */
  foreignWriters(key: RowKey): string[] | undefined {
    const location = this.#locations.get(textOf(key));
    return location && foreignWritersOf([location]);
  }

  /** The same of all locations of a Velero; `undefined` while none of them is known. */
  foreignWritersTo(velero: Omit<RowKey, 'name'>): string[] | undefined {
    const found = [...this.#locations.values()].filter(
      ({ key }) =>
        key.cluster === velero.cluster && key.namespace === velero.namespace,
    );
    return found.length > 0 ? foreignWritersOf(found) : undefined;
  }

  /** Tells who wrote what is in a location: Velero itself does not record it, but only a ReadWrite location writes. */
  origin(key: RowKey): { origin: BackupOrigin; originCluster?: string } {
    const location = this.#locations.get(textOf(key));
    const others = location?.writers.filter(name => name !== key.cluster) ?? [];
    if (!location) {
      return { origin: 'unknown' };
    }
    if (location.accessMode === 'ReadWrite') {
      return { origin: others.length > 0 ? 'unknown' : 'this-cluster' };
    }
    return {
      origin: 'other-cluster',
      originCluster: others.length === 1 ? others[0] : undefined,
    };
  }
}

function foreignWritersOf(locations: KnownLocation[]): string[] {
  const names = locations.flatMap(({ key, writers }) =>
    writers.filter(name => name !== key.cluster),
  );
  return [...new Set(names)];
}

function writersByPlace(rows: ObjectRow[]): Map<string, string[]> {
  const writers = new Map<string, string[]>();
  for (const row of rows) {
    const { accessMode } = readStorageLocation(JSON.parse(row.doc));
    if (accessMode === 'ReadWrite' && row.place) {
      writers.set(row.place, [...(writers.get(row.place) ?? []), row.cluster]);
    }
  }
  return writers;
}

function textOf(key: RowKey): string {
  return `${key.cluster}/${key.namespace}/${key.name}`;
}
