import { Knex } from 'knex';

/** Keeps who may decide on a request of which no such thing is kept so far. */
export async function insertApprovers(
  transaction: Knex,
  request: string,
  refs: string[],
): Promise<void> {
  if (refs.length > 0) {
    await transaction('velero_restore_approver').insert(
      [...new Set(refs)].map(ref => ({ request, ref })),
    );
  }
}
