import { Knex } from 'knex';
import { NamespaceSelection } from 'backstage-plugin-velero-common';
import {
  CollectedChanges,
  CollectedStore,
  CollectScope,
  keyOfObject,
  ObjectName,
} from './CollectedStore';
import { assertLease } from './LeaseStore';
import { removeMappings, saveMappings } from './restoreMapping';
import { SelectionDictionary } from './SelectionDictionary';
import { ObjectRow } from './tables';
import { loadWatchPosition, saveWatchPosition } from './watchPosition';

/** An object of Velero as it goes into the store; cluster and resource are those of the scope. */
export interface StoredObject
  extends Omit<ObjectRow, 'cluster' | 'resource' | 'selection_id'> {
  selection?: NamespaceSelection;
  /** Of restores: the namespaces that are written under another name, from that in the backup to that in the cluster. */
  mapping?: Record<string, string>;
}

/** Keeps Velero's objects as rows. */
export class DatabaseObjectStore implements CollectedStore<StoredObject> {
  readonly #knex: Knex;
  readonly #selections: SelectionDictionary;

  constructor(options: { knex: Knex; selections: SelectionDictionary }) {
    this.#knex = options.knex;
    this.#selections = options.selections;
  }

  async loadVersions(scope: CollectScope): Promise<Map<string, string>> {
    const rows = await this.#rowsOf(this.#knex, scope).select(
      'namespace',
      'name',
      'resource_version',
    );
    return new Map(rows.map(row => [keyOfObject(row), row.resource_version]));
  }

  loadPosition(scope: CollectScope): Promise<string | undefined> {
    return loadWatchPosition(this.#knex, scope);
  }

  async write(changes: CollectedChanges<StoredObject>): Promise<void> {
    const { scope, lease, upserts, removals, position } = changes;
    await this.#knex.transaction(async transaction => {
      await assertLease(transaction, lease);
      await this.#upsert(transaction, scope, upserts);
      await this.#remove(transaction, scope, removals);
      if (position !== undefined) {
        await saveWatchPosition(transaction, scope, position);
      }
    });
  }

  #rowsOf(knex: Knex, scope: CollectScope) {
    const query = knex('velero_object').where({
      cluster: scope.cluster,
      resource: scope.resource as ObjectRow['resource'],
    });
    return scope.namespace
      ? query.andWhere({ namespace: scope.namespace })
      : query;
  }

  async #upsert(
    transaction: Knex.Transaction,
    scope: CollectScope,
    objects: StoredObject[],
  ) {
    if (objects.length === 0) {
      return;
    }
    const selecting = objects.filter(object => object.selection);
    const ids = await this.#selections.idsOf(
      transaction,
      scope.cluster,
      selecting.map(object => object.selection!),
    );
    const idOf = new Map(selecting.map((object, i) => [object, ids[i]]));
    const rows = objects.map(object => {
      const { selection: _, mapping: __, ...row } = object;
      return {
        ...row,
        cluster: scope.cluster,
        resource: scope.resource as ObjectRow['resource'],
        selection_id: idOf.get(object) ?? null,
      };
    });
    await transaction('velero_object')
      .insert(rows)
      .onConflict(['cluster', 'resource', 'namespace', 'name'])
      .merge();
    if (scope.resource === 'restores') {
      await saveMappings(transaction, scope.cluster, objects);
    }
  }

  async #remove(
    transaction: Knex.Transaction,
    scope: CollectScope,
    names: ObjectName[],
  ) {
    for (const { namespace, name } of names) {
      await this.#rowsOf(transaction, scope)
        .andWhere({ namespace, name })
        .del();
    }
    if (scope.resource === 'restores' && names.length > 0) {
      await removeMappings(transaction, scope.cluster, names);
    }
  }
}
