import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import {
  NamespaceSelection,
  selectsNamespace,
} from 'backstage-plugin-velero-common';
import { SelectionRow } from './tables';

interface KnownSelection extends NamespaceSelection {
  id: number;
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
    const known = await this.#known(cluster, transaction);
    const ids = new Map(known.map(({ digest, id }) => [digest, id]));
    const result: number[] = [];
    for (const selection of selections) {
      const row = rowOf(cluster, selection);
      const id = ids.get(row.digest) ?? (await addSelection(transaction, row));
      ids.set(row.digest, id);
      result.push(id);
    }
    return result;
  }

  /** Lists the ids of the cluster's selections that take in one of the namespaces. */
  async selecting(cluster: string, namespaces: string[]): Promise<number[]> {
    const known = await this.#known(cluster, this.#knex);
    return known
      .filter(selection => selectsOneOf(selection, namespaces))
      .map(selection => selection.id);
  }

  /** Lists the ids of the cluster's selections that include one of the namespaces, whether or not they also leave it out. */
  async including(cluster: string, namespaces: string[]): Promise<number[]> {
    const known = await this.#known(cluster, this.#knex);
    return known
      .filter(({ includes }) =>
        selectsOneOf({ includes, excludes: [] }, namespaces),
      )
      .map(selection => selection.id);
  }

  /** Gives the cluster's selections by their ids. */
  async byId(cluster: string): Promise<Map<number, NamespaceSelection>> {
    const known = await this.#known(cluster, this.#knex);
    return new Map(known.map(selection => [selection.id, selection]));
  }

  async #known(cluster: string, knex: Knex): Promise<KnownSelection[]> {
    const cached = this.#clusters.get(cluster);
    const counted = await knex('velero_selection')
      .where({ cluster })
      .count({ count: '*' })
      .first();
    const total = Number(counted?.count ?? 0);
    if (cached?.length === total) {
      return cached;
    }
    const known = await this.#load(cluster, cached ?? [], total, knex);
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

function selectsOneOf(
  selection: NamespaceSelection,
  namespaces: string[],
): boolean {
  return namespaces.some(namespace => selectsNamespace(selection, namespace));
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
