import { Knex } from 'knex';
import { NamespaceKey } from './NamespaceStore';
import {
  ObjectQueries,
  RowFilter,
  RowKey,
  SelectingRow,
} from './ObjectQueries';
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
}

interface ClusterParts {
  cluster: string;
  parts: RestorePart[];
}

/** Parts of a UNION that databases take without trouble. */
const MAXIMUM_PARTS = 100;

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
    const { namespaces, filter } = query;
    const clusters = [...new Set(namespaces.map(({ cluster }) => cluster))];
    const found = await Promise.all(
      clusters
        .filter(cluster => !filter.cluster || filter.cluster === cluster)
        .map(async cluster => ({
          cluster,
          parts: await this.#partsIn(
            cluster,
            namespaces
              .filter(key => key.cluster === cluster)
              .map(({ namespace }) => namespace),
          ),
        })),
    );
    return found.filter(({ parts }) => parts.length > 0);
  }

  async #partsIn(
    cluster: string,
    namespaces: string[],
  ): Promise<RestorePart[]> {
    const selections = await this.#selections.read([cluster]);
    return restorePartsOf({
      known: selections.byId(cluster),
      namespaces,
      sources: await this.#writtenTo(cluster, namespaces),
    });
  }

  /** Lists the names that namespaces have in backups which restores write to one of these. */
  async #writtenTo(cluster: string, targets: string[]): Promise<string[]> {
    const rows = await this.#knex('velero_restore_mapping')
      .where({ cluster })
      .whereIn('target', targets)
      .distinct('source');
    return rows.map(({ source }) => source);
  }

  #restores({ filter }: ConcerningQuery, { cluster, parts }: ClusterParts) {
    const { cluster: _, ...columns } = filter;
    return this.#knex('velero_object')
      .where({ cluster, resource: 'restores', ...columns })
      .where(any =>
        parts.forEach(part =>
          any.orWhere(restores => this.#narrow(restores, part)),
        ),
      );
  }

  #narrow(restores: Knex.QueryBuilder, part: RestorePart) {
    restores
      .whereIn('selection_id', part.ids)
      .where(any =>
        part.ways.forEach(way =>
          any.orWhere(restore => this.#narrowToWay(restore, way, part)),
        ),
      );
  }

  #narrowToWay(
    restores: Knex.QueryBuilder,
    way: RestoreWay,
    { named }: RestorePart,
  ) {
    const backup = this.#selectionOfBackup();
    restores.where(held => {
      if (way.backups.length > 0) {
        const ids = this.#knex.raw(way.backups.join());
        held.orWhereRaw('? in (?)', [backup, ids]);
      }
      if (named) {
        held.orWhereRaw('? is null', [backup]);
      }
    });
    if (way.written) {
      const { sources, targets } = way.written;
      const written = this.#mapping()
        .whereIn('mapping.source', sources)
        .whereIn('mapping.target', targets)
        .count();
      restores.whereRaw('? > 0', [written]);
    }
  }

  /**
   * The selection of the backup of a restore. As a value, it is looked up by its key: a database without statistics
   * begins a join at the wrong end.
   */
  #selectionOfBackup(): Knex.QueryBuilder {
    return this.#knex({ backup: 'velero_object' })
      .where('backup.resource', 'backups')
      .where('backup.cluster', this.#knex.ref('velero_object.cluster'))
      .where('backup.namespace', this.#knex.ref('velero_object.namespace'))
      .where('backup.name', this.#knex.ref('velero_object.parent'))
      .select('backup.selection_id');
  }

  /** What a restore writes under another name. */
  #mapping(): Knex.QueryBuilder {
    return this.#knex({ mapping: 'velero_restore_mapping' })
      .where('mapping.cluster', this.#knex.ref('velero_object.cluster'))
      .where('mapping.namespace', this.#knex.ref('velero_object.namespace'))
      .where('mapping.restore', this.#knex.ref('velero_object.name'));
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
      mappings.set(key, [
        ...(mappings.get(key) ?? []),
        [row.source, row.target],
      ]);
    }
    return mappings;
  }
}

/** With one selection a query is a walk along the index; very many selections are left to the database to merge. */
function splitByIndex(clusters: ClusterParts[]): ClusterParts[] {
  const split = clusters.flatMap(({ cluster, parts }) =>
    parts.flatMap(part =>
      part.ids.map(id => ({ cluster, parts: [{ ...part, ids: [id] }] })),
    ),
  );
  return split.length > MAXIMUM_PARTS ? clusters : split;
}

function textOf(
  { cluster, namespace }: Pick<ObjectRow, 'cluster' | 'namespace'>,
  name: string | null | undefined,
): string {
  return `${cluster}/${namespace}/${name}`;
}
