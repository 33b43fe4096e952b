import { Knex } from 'knex';
import { databaseNow } from '../databaseTime';
import { StoredRestoreRequest } from '../RestoreRequestStore';
import { holdRequest } from './holdRequest';

/** States in which there is nothing to look at yet. */
const BEFORE = ['pending', 'approved', 'submitting'];

/** Takes a drill whose scratch namespaces are not gone yet, and that nobody works on. */
export async function takeDrill(
  knex: Knex,
  options: { holder: string; ttl: number },
): Promise<StoredRestoreRequest | undefined> {
  const row = await knex('velero_restore_request')
    .whereIn('cleanup', ['pending', 'deleting'])
    .where('held_until', '<=', databaseNow(knex))
    .whereNotIn('state', BEFORE)
    .orderBy('held_until')
    .first('id', 'version');
  if (!row) {
    return undefined;
  }
  return (await holdRequest(knex, row, options)) ?? takeDrill(knex, options);
}
