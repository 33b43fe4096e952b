import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { NamespaceSelection } from 'backstage-plugin-velero-common';
import { IdentifiedSelection, Selections } from './Selections';
import { SelectionRow } from './tables';

interface KnownSelection extends IdentifiedSelection {
  digest: string;
}

/**
 * The namespaces that specs select, each kept once per cluster. Rows are added but never changed, so an equal count
 * means that what is in memory is still all there is.
 */
export class SelectionDictionary {
  readonly #knex: Knex;
  readonly #clusters = new Map<string, KnownSelection[]>();

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Gives the id of each selection, in the transaction that uses them; new ones are added. Called once in a transaction,
   * so that what it reads is what others have committed.
   */
  async idsOf(
    transaction: Knex.Transaction,
    cluster: string,
    selections: NamespaceSelection[],
  ): Promise<number[]> {
    const known = await this.#knownOf([cluster], transaction);
    const ids = new Map(
      known.get(cluster)?.map(({ digest, id }) => [digest, id]),
    );
    const result: number[] = [];
    for (const selection of selections) {
      const row = rowOf(cluster, selection);
      const id = ids.get(row.digest) ?? (await addSelection(transaction, row));
      ids.set(row.digest, id);
      result.push(id);
    }
    return result;
  }

  /** Reads the selections of some clusters as they are now. */
  async read(clusters: string[]): Promise<Selections> {
    return new Selections(await this.#knownOf(clusters, this.#knex));
  }

  async #knownOf(
    clusters: string[],
    knex: Knex,
  ): Promise<Map<string, KnownSelection[]>> {
    const counted = await knex('velero_selection')
      .whereIn('cluster', clusters)
      .groupBy('cluster')
      .select('cluster')
      .count({ count: '*' });
    const totals = new Map(
      counted.map(({ cluster, count }) => [cluster, Number(count)]),
    );
    const known = new Map<string, KnownSelection[]>();
    for (const cluster of clusters) {
      const total = totals.get(cluster) ?? 0;
      known.set(cluster, await this.#known(cluster, total, knex));
    }
    return known;
  }

  async #known(
    cluster: string,
    total: number,
    knex: Knex,
  ): Promise<KnownSelection[]> {
    const cached = this.#clusters.get(cluster) ?? [];
    if (cached.length === total) {
      return cached;
    }
    const known = await this.#load(cluster, cached, total, knex);
    this.#clusters.set(cluster, known);
    return known;
  }

  /** Reads what is new; when that does not add up, because transactions ended out of order, everything. */
  async #load(
    cluster: string,
    cached: KnownSelection[],
    total: number,
    knex: Knex,
  ): Promise<KnownSelection[]> {
    const newest = cached[cached.length - 1]?.id ?? 0;
    const rows = await knex('velero_selection')
      .where({ cluster })
      .andWhere('id', '>', newest)
      .orderBy('id');
    if (cached.length > 0 && cached.length + rows.length !== total) {
      return this.#load(cluster, [], total, knex);
    }
    const added = rows.map(row => ({
      id: row.id,
      digest: row.digest,
      includes: JSON.parse(row.includes),
      excludes: JSON.parse(row.excludes),
    }));
    return [...cached, ...added];
  }
}

function rowOf(
  cluster: string,
  selection: NamespaceSelection,
): Omit<SelectionRow, 'id'> {
  const includes = JSON.stringify([...selection.includes].sort());
  const excludes = JSON.stringify([...selection.excludes].sort());
  const digest = createHash('sha256')
    .update(`${includes}\n${excludes}`)
    .digest('hex');
  return { cluster, digest, includes, excludes };
}

async function addSelection(
  transaction: Knex.Transaction,
  row: Omit<SelectionRow, 'id'>,
): Promise<number> {
  await transaction('velero_selection')
    .insert(row)
    .onConflict(['cluster', 'digest'])
    .ignore();
  const added = await transaction('velero_selection')
    .where({ cluster: row.cluster, digest: row.digest })
    .first('id');
  return added!.id;
}
