import { Knex } from 'knex';
import {
  CollectedChanges,
  CollectedStore,
  CollectScope,
  keyOfObject,
} from './CollectedStore';
import { assertLease } from './LeaseStore';
import { loadWatchPosition, saveWatchPosition } from './watchPosition';

/** A namespace as it goes into the store. */
export interface StoredNamespace {
  name: string;
  uid?: string;
  /** ISO 8601 in UTC. */
  createdAt?: string;
  resourceVersion: string;
  /** Entity references, normalised. */
  owners: string[];
}

/** Names a namespace in the fleet. */
export interface NamespaceKey {
  cluster: string;
  namespace: string;
}

/** A namespace with those whom it names as owners. */
export interface OwnedNamespace extends NamespaceKey {
  owners: string[];
}

/** The same with what tells it apart from another one of its name. */
export interface KnownNamespace extends OwnedNamespace {
  uid?: string;
  /** ISO 8601 in UTC. */
  createdAt?: string;
}

/** Keeps the namespaces of the clusters and answers whom they belong to. */
export class DatabaseNamespaceStore implements CollectedStore<StoredNamespace> {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async loadVersions(scope: CollectScope): Promise<Map<string, string>> {
    const rows = await this.#knex('velero_namespace').where({
      cluster: scope.cluster,
    });
    return new Map(
      rows.map(row => [
        keyOfObject({ namespace: '', name: row.name }),
        row.resource_version,
      ]),
    );
  }

  loadPosition(scope: CollectScope): Promise<string | undefined> {
    return loadWatchPosition(this.#knex, scope);
  }

  async write(changes: CollectedChanges<StoredNamespace>): Promise<void> {
    const { scope, lease, upserts, removals, position } = changes;
    await this.#knex.transaction(async transaction => {
      await assertLease(transaction, lease);
      for (const namespace of upserts) {
        await saveNamespace(transaction, scope.cluster, namespace);
      }
      for (const { name } of removals) {
        await removeNamespace(transaction, scope.cluster, name);
      }
      if (position !== undefined) {
        await saveWatchPosition(transaction, scope, position);
      }
    });
  }

  /** Gives those of the named namespaces that exist. */
  async find(keys: NamespaceKey[]): Promise<OwnedNamespace[]> {
    if (keys.length === 0) {
      return [];
    }
    const rows = await this.#withOwners().whereIn(
      ['n.cluster', 'n.name'],
      keys.map(key => [key.cluster, key.namespace]),
    );
    return groupByNamespace(rows);
  }

  /** Gives one namespace with what tells it apart from another one of its name. */
  async findOne(key: NamespaceKey): Promise<KnownNamespace | undefined> {
    const { cluster, namespace: name } = key;
    const [row, [found]] = await Promise.all([
      this.#knex('velero_namespace')
        .where({ cluster, name })
        .first('uid', 'created_at'),
      this.find([key]),
    ]);
    return (
      row &&
      found && {
        ...found,
        uid: row.uid ?? undefined,
        createdAt: row.created_at ?? undefined,
      }
    );
  }

  /** Lists the clusters that have a namespace of this name. */
  async findByName(namespace: string): Promise<OwnedNamespace[]> {
    return groupByNamespace(
      await this.#withOwners().where('n.name', namespace),
    );
  }

  /** Lists a cluster's namespaces. */
  async findIn(cluster: string): Promise<OwnedNamespace[]> {
    return groupByNamespace(
      await this.#withOwners().where('n.cluster', cluster),
    );
  }

  #withOwners() {
    return this.#knex('velero_namespace as n')
      .leftJoin('velero_namespace_owner as o', join =>
        join.on('o.cluster', 'n.cluster').andOn('o.namespace', 'n.name'),
      )
      .select({ cluster: 'n.cluster', namespace: 'n.name', owner: 'o.owner' })
      .orderBy(['n.cluster', 'n.name']);
  }
}

async function saveNamespace(
  transaction: Knex.Transaction,
  cluster: string,
  namespace: StoredNamespace,
) {
  const { name, uid, createdAt, resourceVersion, owners } = namespace;
  await transaction('velero_namespace')
    .insert({
      cluster,
      name,
      uid: uid ?? null,
      created_at: createdAt ?? null,
      resource_version: resourceVersion,
    })
    .onConflict(['cluster', 'name'])
    .merge();
  await transaction('velero_namespace_owner')
    .where({ cluster, namespace: name })
    .del();
  if (owners.length > 0) {
    await transaction('velero_namespace_owner').insert(
      owners.map(owner => ({ cluster, namespace: name, owner })),
    );
  }
}

async function removeNamespace(
  transaction: Knex.Transaction,
  cluster: string,
  name: string,
) {
  await transaction('velero_namespace_owner')
    .where({ cluster, namespace: name })
    .del();
  await transaction('velero_namespace').where({ cluster, name }).del();
}

function groupByNamespace(
  rows: Array<{ cluster: string; namespace: string; owner: string | null }>,
): OwnedNamespace[] {
  const groups = new Map<string, OwnedNamespace>();
  for (const { cluster, namespace, owner } of rows) {
    const key = `${cluster}/${namespace}`;
    const group = groups.get(key) ?? { cluster, namespace, owners: [] };
    groups.set(key, group);
    if (owner) {
      group.owners.push(owner);
    }
  }
  return [...groups.values()];
}
