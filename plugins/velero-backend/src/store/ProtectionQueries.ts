import { Knex } from 'knex';
import { namesByNamespace } from './namesByNamespace';
import { inQuestions } from './questionSize';
import { SelectionDictionary } from './SelectionDictionary';
import { ObjectRow } from './tables';

/** Names an object within a cluster. */
export interface LocalKey {
  namespace: string;
  name: string;
}

/** Some namespaces of one cluster. */
export interface ClusterNamespaces {
  cluster: string;
  namespaces: string[];
}

/** Asks for the backups that decide whether namespaces of a cluster are protected. */
export interface DecisiveQuery extends ClusterNamespaces {
  schedules: LocalKey[];
  /** Locations that hold other clusters' backups, which may have the names of schedules here. */
  foreignLocations: LocalKey[];
}

/** Schedules, and objects that stop a server, that one answer draws on at most in each cluster. */
const MAXIMUM = 1_000;

/** Backups of one source: the newest, however they ended, tell how it goes; good ones may be behind a row of others. */
const NEWEST = 10;
const COPIES = 5;

/** Parameters of a part besides the selections and the locations. */
const OTHER_PARAMETERS = 10;

const STAMP = [
  'cluster',
  'namespace',
  'name',
  'uid',
  'resource_version',
  'sort_time',
] as const;

/** Names one version of an object, without what is in it. */
export type ObjectStamp = Pick<ObjectRow, (typeof STAMP)[number]>;

type BackupQuery = Knex.QueryBuilder<ObjectRow, ObjectRow[]>;
type StampQuery = Knex.QueryBuilder<ObjectRow, ObjectStamp[]>;

/** What bears on the protection of namespaces. Each question reads a bounded number of rows. */
export class ProtectionQueries {
  readonly #knex: Knex;
  readonly #selections: SelectionDictionary;

  constructor(options: { knex: Knex; selections: SelectionDictionary }) {
    this.#knex = options.knex;
    this.#selections = options.selections;
  }

  /** Lists the schedules that are meant for one of the namespaces, or leave it out expressly. */
  async schedules(asked: ClusterNamespaces[]): Promise<ObjectRow[]> {
    const clusters = asked.map(({ cluster }) => cluster);
    const selections = await this.#selections.read(clusters);
    const ids = asked.flatMap(({ cluster, namespaces }) =>
      selections.including(cluster, namespaces),
    );
    return this.#knex('velero_object')
      .where({ resource: 'schedules' })
      .whereIn('cluster', clusters)
      .whereIn('selection_id', ids)
      .orderBy(['cluster', 'namespace', 'name'])
      .limit(MAXIMUM * clusters.length);
  }

  /** Lists the objects that stop a Velero server, as they hold a duration that it cannot read. */
  async stopping(clusters: string[]): Promise<ObjectRow[]> {
    return this.#knex('velero_object')
      .whereIn('cluster', clusters)
      .whereNotNull('stops')
      .orderBy(['cluster', 'namespace', 'resource', 'name'])
      .limit(MAXIMUM * clusters.length);
  }

  /**
   * Lists the newest backups and the newest good ones of each schedule and of those without, and the newest good ones
   * whoever made them: their schedule may be gone.
   */
  async backups(queries: DecisiveQuery[]): Promise<ObjectStamp[]> {
    const selections = await this.#selections.read(
      queries.map(({ cluster }) => cluster),
    );
    const wanted = queries.map(query => ({
      query,
      ids: selections.selecting(query.cluster, query.namespaces),
    }));
    const parameters = wanted.map(
      ({ query, ids }) =>
        ids.length + query.foreignLocations.length + OTHER_PARAMETERS,
    );
    const questions = inQuestions(
      wanted.flatMap(({ query, ids }) => this.#decisive(query, ids)),
      Math.max(...parameters),
    );
    return distinct(await this.#ask(questions));
  }

  /**
   * Lists the backups of namespaces that began at or after a time, in milliseconds, the newest first.
   *
   * @param query - of more than `limit` the older ones are left out
   */
  async since(
    query: ClusterNamespaces & { time: number; limit: number },
  ): Promise<ObjectStamp[]> {
    const { cluster, namespaces, time, limit } = query;
    const selections = await this.#selections.read([cluster]);
    return this.#backups(cluster)
      .whereIn('selection_id', selections.selecting(cluster, namespaces))
      .andWhere('sort_time', '>=', time)
      .orderBy('sort_time', 'desc')
      .limit(limit)
      .select(STAMP);
  }

  #decisive(query: DecisiveQuery, ids: number[]): StampQuery[] {
    if (ids.length === 0) {
      return [];
    }
    const own = () => this.#own(query).whereIn('selection_id', ids);
    return [
      ...query.schedules.flatMap(({ namespace, name }) =>
        newestAndCopies(() => own().where({ namespace, schedule: name })),
      ),
      ...newestAndCopies(() => own().whereNull('schedule')),
      ...ids.map(id => copies(this.#own(query).where({ selection_id: id }))),
    ].map(part => part.select(STAMP));
  }

  #backups(cluster: string): BackupQuery {
    return this.#knex('velero_object').where({ cluster, resource: 'backups' });
  }

  #own({ cluster, foreignLocations }: DecisiveQuery): BackupQuery {
    const query = this.#backups(cluster);
    for (const [namespace, names] of namesByNamespace(foreignLocations)) {
      query.where(own =>
        own
          .whereNot({ namespace })
          .orWhereNull('location')
          .orWhereNotIn('location', names),
      );
    }
    return query;
  }

  async #ask(questions: StampQuery[][]): Promise<ObjectStamp[]> {
    const stamps: ObjectStamp[] = [];
    for (const parts of questions) {
      const aliased = parts.map(part => this.#knex.from(part.as('part')));
      stamps.push(...(await this.#knex.unionAll(aliased)));
    }
    return stamps;
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

function distinct(stamps: ObjectStamp[]): ObjectStamp[] {
  const byKey = new Map(
    stamps.map(stamp => [
      `${stamp.cluster}/${stamp.namespace}/${stamp.name}`,
      stamp,
    ]),
  );
  return [...byKey.values()];
}
