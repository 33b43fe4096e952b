import { Knex } from 'knex';
import { databaseNow } from '../databaseTime';
import { RestoreRequestStore } from '../RestoreRequestStore';
import { holdRequest } from './holdRequest';

/**
 * Takes a request that something has to be done about and that nobody works on. What has begun comes first: it has less
 * time than what waits, of which there may be much.
 */
export async function takeRequest(
  knex: Knex,
  options: { holder: string; ttl: number },
): ReturnType<RestoreRequestStore['take']> {
  const now = databaseNow(knex);
  const row = await knex('velero_restore_request')
    .where('held_until', '<=', now)
    .where(due =>
      due
        .where(ready =>
          ready
            .whereIn('state', ['approved', 'submitting'])
            .where('not_before', '<=', now),
        )
        .orWhere(over =>
          over
            .whereIn('state', ['pending', 'approved'])
            .where('due_at', '<=', now),
        ),
    )
    .orderByRaw('case state when ? then 0 else 1 end', ['submitting'])
    .orderBy('held_until')
    .orderBy('created_at')
    .first('*', { now });
  if (!row) {
    return undefined;
  }
  const request = await holdRequest(knex, row, options);
  const isDue = Number(row.due_at) <= Number(row.now);
  return request ? { request, isDue } : takeRequest(knex, options);
}
