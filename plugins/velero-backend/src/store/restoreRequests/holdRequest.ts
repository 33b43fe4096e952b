import { Knex } from 'knex';
import { databaseNow } from '../databaseTime';
import { StoredRestoreRequest } from '../RestoreRequestStore';
import { findById } from './findRequest';

/** Takes a request for a while, unless somebody else has changed it since it was read. */
export async function holdRequest(
  knex: Knex,
  { id, version }: Pick<StoredRestoreRequest, 'id' | 'version'>,
  options: { holder: string; ttl: number },
): Promise<StoredRestoreRequest | undefined> {
  const { holder, ttl } = options;
  const taken = await knex('velero_restore_request')
    .where({ id, version })
    .update({
      version: version + 1,
      holder,
      held_until: knex.raw('? + ?', [databaseNow(knex), ttl]),
    });
  return taken ? findById(knex, id) : undefined;
}
