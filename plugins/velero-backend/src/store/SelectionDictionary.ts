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

  /** Gives the id of each selection, in the transaction that uses them; new ones are added. */
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

  /** Lists the ids of the cluster's selections that take in the namespace. */
  async selecting(cluster: string, namespace: string): Promise<number[]> {
    const known = await this.#known(cluster, this.#knex);
    return known
      .filter(selection => selectsNamespace(selection, namespace))
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
    if (cached?.length === Number(counted?.count ?? 0)) {
      return cached;
    }
    const rows = await knex('velero_selection').where({ cluster });
    const known = rows.map(row => ({
      id: row.id,
      digest: row.digest,
      includes: JSON.parse(row.includes),
      excludes: JSON.parse(row.excludes),
    }));
    // What a transaction sees of its own may yet be rolled back, so only committed rows are remembered.
    if (!knex.isTransaction) {
      this.#clusters.set(cluster, known);
    }
    return known;
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
