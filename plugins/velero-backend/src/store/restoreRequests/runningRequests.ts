import { Knex } from 'knex';
import { toRequest } from '../restoreRequestRow';
import { StoredRestoreRequest } from '../RestoreRequestStore';

/** States in which Velero works on a request, or may. */
export const RUNNING = ['submitting', 'running', 'unknown'] as const;

/** More than are running in a fleet at any time. */
const MAXIMUM_RUNNING = 10_000;

/** Lists those that Velero works on, or may; those that nothing was seen of for the longest time first. */
export async function runningRequests(
  knex: Knex,
): Promise<StoredRestoreRequest[]> {
  const rows = await knex('velero_restore_request')
    .whereIn('state', RUNNING)
    .orderBy('updated_at')
    .limit(MAXIMUM_RUNNING);
  return rows.map(toRequest);
}
