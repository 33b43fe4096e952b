import { Knex } from 'knex';
import { toRequest } from '../restoreRequestRow';
import { DrillsQuestion, StoredRestoreRequest } from '../RestoreRequestStore';

/** Lists drills of a sort about some namespaces, by what they were made of, the newest first. */
export async function listDrills(
  knex: Knex,
  question: DrillsQuestion,
): Promise<StoredRestoreRequest[]> {
  const { namespaces, which, limit, after } = question;
  const time = which === 'open' ? 'created_at' : 'ended_at';
  const rows = await knex('velero_restore_request')
    .modify(query =>
      which === 'open'
        ? query.whereIn('cleanup', ['pending', 'deleting'])
        : query.where({ proven: which === 'proven' }),
    )
    .modify(
      query =>
        after &&
        query.whereRaw(
          '(??, id) < (select ??, id from velero_restore_request where id = ?)',
          [time, time, after.id],
        ),
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
    .orderBy([
      { column: time, order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit);
  return rows.map(toRequest);
}
