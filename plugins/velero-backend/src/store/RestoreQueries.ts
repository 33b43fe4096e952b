import { Knex } from 'knex';
import { NamespaceKey } from './NamespaceStore';
import {
  ObjectQueries,
  RowFilter,
  RowKey,
  SelectingRow,
  WithheldBackups,
} from './ObjectQueries';
import { namesByNamespace } from './namesByNamespace';
import { fitsOneQuestion } from './questionSize';
import { readPage, RowPosition } from './readPage';
import { RestorePart, restorePartsOf, RestoreWay } from './restorePartsOf';
import { SelectionDictionary } from './SelectionDictionary';
import { ObjectRow } from './tables';

/** A restore with all that tells which namespaces it reads and writes. */
export interface RestoreRow extends SelectingRow {
  /** From the namespace in the backup to the one in the cluster, where they differ. */
  mapping: Record<string, string>;
  /** The backup that is restored; absent when it is gone, or not known yet. */
  backup?: SelectingRow;
}

/** Asks for restores that read or write at least one of the namespaces. */
export interface ConcerningQuery {
  namespaces: NamespaceKey[];
  filter: RowFilter;
  withheld: WithheldBackups[];
}

interface ClusterParts {
  cluster: string;
  /** Those in question. */
  namespaces: string[];
  parts: RestorePart[];
}

/**
 * Questions over restores. Whom one of them concerns follows from what it takes, from what its backup holds, and from
 * where it writes that.
 */
export class RestoreQueries {
  readonly #knex: Knex;
  readonly #selections: SelectionDictionary;
  readonly #objects: ObjectQueries;

  constructor(options: {
    knex: Knex;
    selections: SelectionDictionary;
    objects: ObjectQueries;
  }) {
    this.#knex = options.knex;
    this.#selections = options.selections;
    this.#objects = options.objects;
  }

  /** Gives the newest restores, one page of them. */
  async page(
    query: ConcerningQuery & { limit: number; after?: RowPosition },
  ): Promise<{ rows: RestoreRow[]; next?: RowPosition }> {
    const clusters = splitByIndex(await this.#clusterParts(query));
    const { page, next } = await readPage(
      this.#knex,
      clusters.map(cluster => this.#restores(query, cluster)),
      query,
    );
    return { rows: await this.#complete(page), next };
  }

  async count(query: ConcerningQuery): Promise<number> {
    let total = 0;
    for (const cluster of await this.#clusterParts(query)) {
      const row = await this.#restores(query, cluster)
        .count({ count: '*' })
        .first();
      total += Number((row as { count?: number | string })?.count ?? 0);
    }
    return total;
  }

  async find(key: RowKey): Promise<RestoreRow | undefined> {
    const [row] = await this.#complete(
      await this.#objects.findAll('restores', [key]),
    );
    return row;
  }

  async #clusterParts(query: ConcerningQuery): Promise<ClusterParts[]> {
    const { filter, withheld } = query;
    const asked = query.namespaces.filter(
      ({ cluster }) => !filter.cluster || filter.cluster === cluster,
    );
    const clusters = [...new Set(asked.map(({ cluster }) => cluster))];
    const selections = await this.#selections.read(clusters);
    const renamed = await this.#renamedTo(asked);
    return clusters
      .map(cluster => {
        const namespaces = namesIn(cluster, asked);
        const parts = restorePartsOf({
          known: selections.byId(cluster),
          namespaces,
          renamed: namesIn(cluster, renamed),
          withheld: withheld.filter(entry => entry.cluster === cluster),
        });
        return { cluster, namespaces, parts };
      })
      .filter(({ parts }) => parts.length > 0);
  }

  /** Lists the names in backups of what restores write to some namespaces. */
  async #renamedTo(targets: NamespaceKey[]): Promise<NamespaceKey[]> {
    return this.#knex('velero_restore_mapping')
      .whereIn(
        ['cluster', 'target'],
        targets.map(({ cluster, namespace }) => [cluster, namespace]),
      )
      .distinct({ cluster: 'cluster', namespace: 'source' });
  }

  #restores({ filter }: ConcerningQuery, selected: ClusterParts) {
    const { cluster, parts, namespaces } = selected;
    const { cluster: _, ...columns } = filter;
    return this.#knex('velero_object')
      .where({ cluster, resource: 'restores', ...columns })
      .where(any =>
        parts.forEach(part => any.orWhere(this.#goes(part, namespaces))),
      );
  }

  /** A restore goes one of the ways of its part. */
  #goes(part: RestorePart, namespaces: string[]): Knex.QueryCallback {
    const { ids, ways, named } = part;
    return restore =>
      restore
        .whereIn('selection_id', ids)
        .where(any =>
          ways.forEach(way =>
            any.orWhere(one =>
              one
                .where(this.#holds(way, named))
                .where(this.#concerns(way, namespaces)),
            ),
          ),
        );
  }

  /** The backup has what the restore takes. */
  #holds({ backups }: RestoreWay, named: boolean): Knex.QueryCallback {
    const selection = this.#backup().select('backup.selection_id');
    return held => {
      if (backups.length > 0) {
        held.orWhereRaw('? in (?)', [
          selection,
          this.#knex.raw(backups.join()),
        ]);
      }
      if (named) {
        held.orWhereRaw('? is null', [selection]);
      }
    };
  }

  /** What is read is one of the namespaces, or written to one. */
  #concerns(way: RestoreWay, namespaces: string[]): Knex.QueryCallback {
    const { own, sources, withheld } = way;
    return restore => {
      if (!own) {
        const written = this.#mapping(sources)
          .whereIn('mapping.target', namespaces)
          .count();
        restore.whereRaw('? > 0', [written]);
      } else if (withheld.length > 0) {
        const moved = this.#mapping(sources)
          .whereNotIn('mapping.target', namespaces)
          .count();
        restore
          .whereNot(this.#liesIn(withheld))
          .orWhereRaw('? < ?', [moved, sources.length]);
      }
    };
  }

  /** What is restored was found in one of the locations; nobody knows where a backup that is gone was. */
  #liesIn(locations: RestoreWay['withheld']): Knex.QueryCallback {
    const byNamespace = namesByNamespace(
      locations.map(({ namespace, location: name }) => ({ namespace, name })),
    );
    const found = this.#backup()
      .whereNotNull('backup.synced')
      .where(any =>
        byNamespace.forEach((names, namespace) =>
          any.orWhere(one =>
            one
              .where('backup.namespace', namespace)
              .whereIn('backup.location', names),
          ),
        ),
      )
      .count();
    const namespaces = [...byNamespace.keys()];
    return restore =>
      restore
        .whereRaw('? > 0', [found])
        .orWhere(gone =>
          gone
            .whereRaw('? = 0', [this.#backup().count()])
            .whereIn('namespace', namespaces),
        );
  }

  // What belongs to a restore is asked for as a value, so that it is looked up by its key: a database without statistics
  // begins a join at the wrong end.

  #backup(): Knex.QueryBuilder {
    return this.#knex({ backup: 'velero_object' })
      .where('backup.resource', 'backups')
      .where('backup.cluster', this.#knex.ref('velero_object.cluster'))
      .where('backup.namespace', this.#knex.ref('velero_object.namespace'))
      .where('backup.name', this.#knex.ref('velero_object.parent'));
  }

  #mapping(sources: string[]): Knex.QueryBuilder {
    return this.#knex({ mapping: 'velero_restore_mapping' })
      .where('mapping.cluster', this.#knex.ref('velero_object.cluster'))
      .where('mapping.namespace', this.#knex.ref('velero_object.namespace'))
      .where('mapping.restore', this.#knex.ref('velero_object.name'))
      .whereIn('mapping.source', sources);
  }

  async #complete(rows: ObjectRow[]): Promise<RestoreRow[]> {
    const restores = await this.#objects.withSelections(rows);
    const backups = await this.#backupsOf(rows);
    const mappings = await this.#mappingsOf(rows);
    return restores.map(row => ({
      ...row,
      mapping: Object.fromEntries(mappings.get(textOf(row, row.name)) ?? []),
      backup: backups.get(textOf(row, row.parent)),
    }));
  }

  async #backupsOf(rows: ObjectRow[]): Promise<Map<string, SelectingRow>> {
    const keys = rows.flatMap(({ cluster, namespace, parent }) =>
      parent ? [{ cluster, namespace, name: parent }] : [],
    );
    const found = await this.#objects.withSelections(
      await this.#objects.findAll('backups', keys),
    );
    return new Map(found.map(row => [textOf(row, row.name), row]));
  }

  async #mappingsOf(
    rows: ObjectRow[],
  ): Promise<Map<string, Array<[string, string]>>> {
    const found = await this.#knex('velero_restore_mapping').whereIn(
      ['cluster', 'namespace', 'restore'],
      rows.map(({ cluster, namespace, name }) => [cluster, namespace, name]),
    );
    const mappings = new Map<string, Array<[string, string]>>();
    for (const row of found) {
      const key = textOf(row, row.restore);
      const pairs = mappings.get(key) ?? [];
      pairs.push([row.source, row.target]);
      mappings.set(key, pairs);
    }
    return mappings;
  }
}

function namesIn(cluster: string, namespaces: NamespaceKey[]): string[] {
  return namespaces
    .filter(key => key.cluster === cluster)
    .map(({ namespace }) => namespace);
}

/** With one selection a query is a walk along the index; very many selections are left to the database to merge. */
function splitByIndex(clusters: ClusterParts[]): ClusterParts[] {
  const split = clusters.flatMap(cluster =>
    cluster.parts.flatMap(part =>
      part.ids.map(id => ({ ...cluster, parts: [{ ...part, ids: [id] }] })),
    ),
  );
  return fitsOneQuestion(split.length, parametersOf(split)) ? split : clusters;
}

function parametersOf(clusters: ClusterParts[]): number {
  const counts = clusters.flatMap(({ parts, namespaces }) =>
    parts
      .flatMap(({ ways }) => ways)
      .map(way => way.sources.length + way.withheld.length + namespaces.length),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function textOf(
  { cluster, namespace }: Pick<ObjectRow, 'cluster' | 'namespace'>,
  name: string | null | undefined,
): string {
  return `${cluster}/${namespace}/${name}`;
}
