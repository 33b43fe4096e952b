import { Knex } from 'knex';
import { SelectionDictionary } from './SelectionDictionary';
import { ObjectRow } from './tables';

/** Names an object within a cluster. */
export interface LocalKey {
  namespace: string;
  name: string;
}

/** Asks for the backups that decide whether namespaces of a cluster are protected. */
export interface DecisiveQuery {
  cluster: string;
  namespaces: string[];
  schedules: LocalKey[];
  /** Locations that hold other clusters' backups, which may have the names of schedules here. */
  foreignLocations: LocalKey[];
}

/** Rows that one answer draws on at most. */
const MAXIMUM = 1_000;

/** Backups of one source: the newest, however they ended, tell how it goes; good ones may be behind a row of others. */
const NEWEST = 10;
const COPIES = 5;

/** Parts of a UNION that databases take without trouble. */
const MAXIMUM_PARTS = 100;

type BackupQuery = Knex.QueryBuilder<ObjectRow, ObjectRow[]>;

/** What bears on the protection of namespaces in one cluster. Each question reads a bounded number of rows. */
export class ProtectionQueries {
  readonly #knex: Knex;
  readonly #selections: SelectionDictionary;

  constructor(options: { knex: Knex; selections: SelectionDictionary }) {
    this.#knex = options.knex;
    this.#selections = options.selections;
  }

  /** Lists the schedules that are meant for one of the namespaces, or leave it out expressly. */
  async schedules(cluster: string, namespaces: string[]): Promise<ObjectRow[]> {
    const ids = await this.#selections.including(cluster, namespaces);
    return this.#objects(cluster, 'schedules')
      .whereIn('selection_id', ids)
      .orderBy(['namespace', 'name'])
      .limit(MAXIMUM);
  }

  /** Lists the objects that stop a Velero server, as they hold a duration that it cannot read. */
  async stopping(cluster: string): Promise<ObjectRow[]> {
    return this.#knex('velero_object')
      .where({ cluster })
      .whereNotNull('stops')
      .orderBy(['namespace', 'resource', 'name'])
      .limit(MAXIMUM);
  }

  /**
   * Lists the newest backups and the newest good ones of each schedule and of those without, and the newest good ones
   * whoever made them: their schedule may be gone.
   */
  async backups(query: DecisiveQuery): Promise<ObjectRow[]> {
    const ids = await this.#selections.selecting(
      query.cluster,
      query.namespaces,
    );
    if (ids.length === 0) {
      return [];
    }
    const own = () => this.#own(query).whereIn('selection_id', ids);
    const parts = [
      ...query.schedules.flatMap(({ namespace, name }) =>
        newestAndCopies(() => own().where({ namespace, schedule: name })),
      ),
      ...newestAndCopies(() => own().whereNull('schedule')),
      ...ids.map(id => copies(this.#own(query).where({ selection_id: id }))),
    ];
    return distinct(await this.#union(parts));
  }

  /**
   * Lists the backups of namespaces that began at or after a time, in milliseconds, the newest first.
   *
   * @param query - of more than `limit` the older ones are left out
   */
  async since(query: {
    cluster: string;
    namespaces: string[];
    time: number;
    limit: number;
  }): Promise<ObjectRow[]> {
    const { cluster, namespaces, time, limit } = query;
    const ids = await this.#selections.selecting(cluster, namespaces);
    return this.#objects(cluster, 'backups')
      .whereIn('selection_id', ids)
      .andWhere('sort_time', '>=', time)
      .orderBy('sort_time', 'desc')
      .limit(limit);
  }

  #objects(cluster: string, resource: ObjectRow['resource']): BackupQuery {
    return this.#knex('velero_object').where({ cluster, resource });
  }

  #own({ cluster, foreignLocations }: DecisiveQuery): BackupQuery {
    const query = this.#objects(cluster, 'backups');
    for (const { namespace, name } of foreignLocations) {
      query.whereNot(foreign =>
        // Without a location the comparison would give NULL, and with it the row would be lost.
        foreign
          .where({ namespace })
          .whereRaw("COALESCE(location, '') = ?", [name]),
      );
    }
    return query;
  }

  async #union(parts: BackupQuery[]): Promise<ObjectRow[]> {
    const rows: ObjectRow[] = [];
    for (let start = 0; start < parts.length; start += MAXIMUM_PARTS) {
      const chunk = parts
        .slice(start, start + MAXIMUM_PARTS)
        .map(part => this.#knex.from(part.as('part')));
      rows.push(...(await this.#knex.unionAll(chunk)));
    }
    return rows;
  }
}

function newestAndCopies(backups: () => BackupQuery): BackupQuery[] {
  return [
    backups().orderBy('sort_time', 'desc').limit(NEWEST),
    backups()
      .whereNotNull('copied_at')
      .orderBy('copied_at', 'desc')
      .limit(COPIES),
  ];
}

function copies(backups: BackupQuery): BackupQuery {
  return backups
    .whereNotNull('copied_at')
    .orderBy('sort_time', 'desc')
    .limit(COPIES);
}

function distinct(rows: ObjectRow[]): ObjectRow[] {
  const byKey = new Map(
    rows.map(row => [`${row.namespace}/${row.name}`, row] as const),
  );
  return [...byKey.values()];
}
