import { Knex } from 'knex';
import { CollectScope } from './CollectedStore';

function whereScope(scope: CollectScope) {
  const { cluster, resource, namespace } = scope;
  return { cluster, resource, scope: namespace };
}

export async function loadWatchPosition(
  knex: Knex,
  scope: CollectScope,
): Promise<string | undefined> {
  const row = await knex('velero_watch_position')
    .where(whereScope(scope))
    .first('resource_version');
  return row?.resource_version;
}

export async function saveWatchPosition(
  transaction: Knex.Transaction,
  scope: CollectScope,
  resourceVersion: string,
): Promise<void> {
  await transaction('velero_watch_position')
    .insert({ ...whereScope(scope), resource_version: resourceVersion })
    .onConflict(['cluster', 'resource', 'scope'])
    .merge(['resource_version']);
}
