import { NamespaceSelection } from 'backstage-plugin-velero-common';
import { Knex } from 'knex';
import { NamespaceKey } from './NamespaceStore';
import { fitsOneQuestion } from './questionSize';
import { readPage, RowPosition } from './readPage';
import { SelectionDictionary } from './SelectionDictionary';
import { Selections } from './Selections';
import { ObjectRow, StoredResource } from './tables';

/** Equality filters on columns. */
export type RowFilter = Partial<
  Pick<
    ObjectRow,
    'cluster' | 'name' | 'phase' | 'schedule' | 'location' | 'parent'
  > & { unfinished: true }
>;

/** A storage location whose backups of other clusters count for fewer namespaces than those that are asked for. */
export interface WithheldBackups {
  cluster: string;
  /** Where Velero runs. */
  namespace: string;
  location: string;
  /** Those that they count for. */
  namespaces: string[];
}

/** Asks for objects that select at least one of the namespaces. */
export interface SelectingQuery {
  resource: StoredResource;
  namespaces: NamespaceKey[];
  filter: RowFilter;
  withheld?: WithheldBackups[];
}

/** An object with the namespaces that it selects. */
export interface SelectingRow extends ObjectRow {
  selection: NamespaceSelection;
}

export interface SelectingPage {
  rows: SelectingRow[];
  /** Where the next page begins; absent at the end. */
  next?: RowPosition;
}

/** Names an object in the fleet. */
export interface RowKey {
  cluster: string;
  namespace: string;
  name: string;
}

interface ClusterSelections {
  cluster: string;
  ids: number[];
  /** Locations in which fewer of the selections count; those of one Velero in which the same count are together. */
  withheld: Array<{ namespace: string; locations: string[]; ids: number[] }>;
}

/** An object whose selection is not known must not look as if it held everything. */
const UNKNOWN_SELECTION: NamespaceSelection = { includes: [], excludes: ['*'] };

/** Keys that one question names; each is three of its parameters. */
const MAXIMUM_KEYS = 1_000;

/** More than any cluster has. */
const MAXIMUM_LOCATIONS = 1_000;

/** Questions over Velero's objects; none of them is unbounded. */
export class ObjectQueries {
  readonly #knex: Knex;
  readonly #selections: SelectionDictionary;

  constructor(options: { knex: Knex; selections: SelectionDictionary }) {
    this.#knex = options.knex;
    this.#selections = options.selections;
  }

  /** Gives the newest objects that select one of the namespaces, one page of them. */
  async page(
    query: SelectingQuery & { limit: number; after?: RowPosition },
  ): Promise<SelectingPage> {
    const parts = splitByIndex(await this.#clusterSelections(query));
    const { page, next } = await readPage(
      this.#knex,
      parts.map(part => this.#selecting(query, part)),
      query,
    );
    return { rows: await this.withSelections(page), next };
  }

  /** Counts the objects that select one of the namespaces. */
  async count(query: SelectingQuery): Promise<number> {
    let total = 0;
    for (const part of await this.#clusterSelections(query)) {
      const row = await this.#selecting(query, part)
        .count({ count: '*' })
        .first();
      total += Number((row as { count?: number | string })?.count ?? 0);
    }
    return total;
  }

  /** Names the storage locations that objects selecting one of the namespaces use. */
  async locations(query: SelectingQuery): Promise<RowKey[]> {
    const keys: RowKey[] = [];
    for (const part of await this.#clusterSelections(query)) {
      const rows = await this.#selecting(query, part)
        .whereNotNull('location')
        .distinct('namespace', 'location');
      for (const { namespace, location } of rows) {
        keys.push({ cluster: part.cluster, namespace, name: location! });
      }
    }
    return keys;
  }

  async find(
    resource: StoredResource,
    key: RowKey,
  ): Promise<SelectingRow | undefined> {
    const row = await this.#knex('velero_object')
      .where({ resource, ...key })
      .first();
    return row && (await this.withSelections([row]))[0];
  }

  /** Gives those of the named objects that exist. */
  async findAll(
    resource: StoredResource,
    keys: RowKey[],
  ): Promise<ObjectRow[]> {
    const rows: ObjectRow[] = [];
    for (let start = 0; start < keys.length; start += MAXIMUM_KEYS) {
      const chunk = keys.slice(start, start + MAXIMUM_KEYS);
      rows.push(
        ...(await this.#knex('velero_object')
          .where({ resource })
          .whereIn(
            ['cluster', 'namespace', 'name'],
            chunk.map(key => [key.cluster, key.namespace, key.name]),
          )
          .orderBy(['cluster', 'namespace', 'name'])),
      );
    }
    return rows;
  }

  /** Adds to objects the namespaces that they select. */
  async withSelections(rows: ObjectRow[]): Promise<SelectingRow[]> {
    const clusters = [...new Set(rows.map(row => row.cluster))];
    const selections = await this.#selections.read(clusters);
    const known = new Map(
      clusters.map(cluster => [cluster, selections.byId(cluster)]),
    );
    return rows.map(row => ({
      ...row,
      selection:
        known.get(row.cluster)?.get(row.selection_id ?? 0) ?? UNKNOWN_SELECTION,
    }));
  }

  /** Lists the newest backups of a schedule. */
  async newestOf(schedule: RowKey, limit: number): Promise<ObjectRow[]> {
    const { cluster, namespace, name } = schedule;
    return this.#knex('velero_object')
      .where({ resource: 'backups', cluster, namespace, schedule: name })
      .orderBy('sort_time', 'desc')
      .limit(limit);
  }

  /** Lists the storage locations, of any cluster, that keep their objects in one of the places. */
  async locationsAt(places: string[]): Promise<ObjectRow[]> {
    return this.#knex('velero_object')
      .where({ resource: 'backupstoragelocations' })
      .whereIn('place', places);
  }

  /** Lists the storage locations of clusters. */
  async locationsIn(clusters: string[]): Promise<ObjectRow[]> {
    return this.#knex('velero_object')
      .where({ resource: 'backupstoragelocations' })
      .whereIn('cluster', clusters)
      .orderBy(['cluster', 'namespace', 'name'])
      .limit(MAXIMUM_LOCATIONS * clusters.length);
  }

  async #clusterSelections(
    query: SelectingQuery,
  ): Promise<ClusterSelections[]> {
    const byCluster = new Map<string, string[]>();
    for (const { cluster, namespace } of query.namespaces) {
      if (!query.filter.cluster || query.filter.cluster === cluster) {
        byCluster.set(cluster, [...(byCluster.get(cluster) ?? []), namespace]);
      }
    }
    const selections = await this.#selections.read([...byCluster.keys()]);
    return [...byCluster]
      .map(([cluster, namespaces]) => ({
        cluster,
        ids: selections.selecting(cluster, namespaces),
        withheld: withheldIn(cluster, query.withheld, selections),
      }))
      .filter(({ ids }) => ids.length > 0);
  }

  #selecting(query: SelectingQuery, part: ClusterSelections) {
    const { cluster: _, ...columns } = query.filter;
    const selecting = this.#knex('velero_object')
      .where({ cluster: part.cluster, resource: query.resource, ...columns })
      .whereIn('selection_id', part.ids);
    for (const { namespace, locations, ids } of part.withheld) {
      selecting.where(shown =>
        shown
          .whereNot({ namespace })
          .orWhereNull('synced')
          .orWhereNull('location')
          .orWhereNotIn('location', locations)
          .orWhereIn('selection_id', ids),
      );
    }
    return selecting;
  }
}

function withheldIn(
  cluster: string,
  withheld: WithheldBackups[] = [],
  selections: Selections,
): ClusterSelections['withheld'] {
  const groups = new Map<string, ClusterSelections['withheld'][number]>();
  for (const entry of withheld.filter(one => one.cluster === cluster)) {
    const { namespace, location, namespaces } = entry;
    const key = JSON.stringify([namespace, namespaces]);
    const group = groups.get(key) ?? {
      namespace,
      locations: [],
      ids: selections.selecting(cluster, namespaces),
    };
    group.locations.push(location);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** With one selection a part is a walk along the index; very many selections are left to the database to merge. */
function splitByIndex(parts: ClusterSelections[]): ClusterSelections[] {
  const split = parts.flatMap(({ cluster, ids, withheld }) =>
    ids.map(id => ({ cluster, ids: [id], withheld })),
  );
  return fitsOneQuestion(split.length, parametersOf(split)) ? split : parts;
}

function parametersOf(parts: ClusterSelections[]): number {
  return parts
    .flatMap(({ withheld }) => withheld)
    .reduce(
      (sum, { locations, ids }) => sum + locations.length + ids.length,
      0,
    );
}
