import { Knex } from 'knex';
import { NamespaceKey } from '../NamespaceStore';
import { toRequest } from '../restoreRequestRow';
import { StoredRestoreRequest } from '../RestoreRequestStore';

/** Gives the newest drill of a sort about some namespaces, by what it was made of. */
export async function lastDrill(
  knex: Knex,
  namespaces: NamespaceKey[],
  which: 'proven' | 'not-proven' | 'open',
): Promise<StoredRestoreRequest | undefined> {
  const row = await knex('velero_restore_request')
    .modify(query =>
      which === 'open'
        ? query.whereIn('cleanup', ['pending', 'deleting'])
        : query.where({ proven: which === 'proven' }),
    )
    .whereIn('id', part =>
      part
        .from('velero_restore_request_namespace')
        .where({ is_target: false })
        .whereIn(
          ['cluster', 'namespace'],
          namespaces.map(({ cluster, namespace }) => [cluster, namespace]),
        )
        .select('request'),
    )
    .orderBy(which === 'open' ? 'created_at' : 'ended_at', 'desc')
    .orderBy('id')
    .first();
  return row && toRequest(row);
}
