import { Knex } from 'knex';
import { RowKey } from './ObjectQueries';
import { ObjectRow } from './tables';

const LOCATIONS = 'backupstoragelocations';

/** Backups in these phases are whole in the store; of others nothing has to be there. */
const STORED = ['Completed', 'PartiallyFailed'];

/** Keys that one question names; each is three of its parameters. */
const MAXIMUM_KEYS = 1_000;

/** Asks for a page of places. */
export interface PlacesQuery {
  clusters: string[];
  limit: number;
  /** The location that the place before was found by. */
  after?: RowKey;
}

/** Objects of a cluster that name a location. */
export interface LocationUse extends RowKey {
  backups: number;
  schedules: number;
}

/** Questions over where backups are kept. Of the locations that lead to one place the first by name stands for it. */
export class PlaceQueries {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Lists the locations that lead to the places of one page, in the order of the places. */
  async page(
    query: PlacesQuery,
  ): Promise<{ locations: ObjectRow[]; next?: RowKey }> {
    const { clusters, limit } = query;
    const rows: ObjectRow[] = await this.#firsts(query);
    const page = rows.slice(0, limit);
    const others = await this.#others(clusters, page);
    const locations = page.flatMap(first => [
      first,
      ...others.filter(({ place }) => place === first.place),
    ]);
    return { locations, next: rows.length > limit ? page.at(-1) : undefined };
  }

  #firsts({ clusters, limit, after }: PlacesQuery) {
    const earlier = this.#knex('velero_object as earlier')
      .where({ 'earlier.resource': LOCATIONS })
      .whereIn('earlier.cluster', clusters)
      .whereRaw('earlier.place = own.place')
      .whereRaw(
        '(earlier.cluster, earlier.namespace, earlier.name) < (own.cluster, own.namespace, own.name)',
      );
    return this.#knex('velero_object as own')
      .where({ 'own.resource': LOCATIONS })
      .whereIn('own.cluster', clusters)
      .whereNotExists(earlier)
      .modify(places => {
        if (after) {
          const { cluster, namespace, name } = after;
          places.whereRaw(
            '(own.cluster, own.namespace, own.name) > (?, ?, ?)',
            [cluster, namespace, name],
          );
        }
      })
      .orderBy(['own.cluster', 'own.namespace', 'own.name'])
      .limit(limit + 1)
      .select('own.*');
  }

  /** Those that lead where the first ones lead; one without a bucket is a place of its own. */
  async #others(clusters: string[], firsts: ObjectRow[]): Promise<ObjectRow[]> {
    const places = firsts.flatMap(({ place }) => place ?? []);
    const rows: ObjectRow[] = await this.#knex('velero_object')
      .where({ resource: LOCATIONS })
      .whereIn('cluster', clusters)
      .whereIn('place', places)
      .orderBy(['cluster', 'namespace', 'name']);
    const known = new Set(firsts.map(textOf));
    return rows.filter(row => !known.has(textOf(row)));
  }

  /** Counts, by place, the backups that are whole in the store, each once however many clusters list it. */
  async storedIn(
    clusters: string[],
    places: string[],
  ): Promise<Map<string, number>> {
    const rows = await this.#knex('velero_object as own')
      .join('velero_object as backup', join =>
        join
          .on('backup.cluster', 'own.cluster')
          .andOn('backup.namespace', 'own.namespace')
          .andOn('backup.location', 'own.name')
          .andOnVal('backup.resource', 'backups'),
      )
      .where({ 'own.resource': LOCATIONS })
      .whereIn('own.cluster', clusters)
      .whereIn('own.place', places)
      .whereIn('backup.phase', STORED)
      .groupBy('own.place')
      .select<Array<{ place: string; count: number | string }>>(
        { place: 'own.place' },
        this.#knex.raw('count(distinct backup.name) as count'),
      );
    return new Map(rows.map(({ place, count }) => [place, Number(count)]));
  }

  /** Counts the objects that name each of the locations; those that nothing names are left out. */
  async usesOf(locations: RowKey[]): Promise<LocationUse[]> {
    const uses: LocationUse[] = [];
    for (let start = 0; start < locations.length; start += MAXIMUM_KEYS) {
      const chunk = locations.slice(start, start + MAXIMUM_KEYS);
      uses.push(...(await this.#usesOf(chunk)));
    }
    return uses;
  }

  async #usesOf(locations: RowKey[]): Promise<LocationUse[]> {
    const counted = (resource: string) =>
      this.#knex.raw('count(case when resource = ? then 1 end) as ??', [
        resource,
        resource,
      ]);
    const rows = await this.#knex('velero_object')
      .whereIn('resource', ['backups', 'schedules'])
      .whereIn(
        ['cluster', 'namespace', 'location'],
        locations.map(key => [key.cluster, key.namespace, key.name]),
      )
      .groupBy('cluster', 'namespace', 'location')
      .select<Array<RowKey & Counts>>(
        'cluster',
        'namespace',
        { name: 'location' },
        counted('backups'),
        counted('schedules'),
      );
    return rows.map(({ backups, schedules, ...key }) => ({
      ...key,
      backups: Number(backups),
      schedules: Number(schedules),
    }));
  }
}

/** Large numbers come as texts from PostgreSQL. */
type Counts = Record<'backups' | 'schedules', number | string>;

function textOf({ cluster, namespace, name }: RowKey): string {
  return `${cluster}/${namespace}/${name}`;
}
