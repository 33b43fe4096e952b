import { Knex } from 'knex';
import { toRequest } from '../restoreRequestRow';
import { StoredRestoreRequest } from '../RestoreRequestStore';

export async function findById(
  knex: Knex,
  id: string,
): Promise<StoredRestoreRequest | undefined> {
  const row = await knex('velero_restore_request').where({ id }).first();
  return row && toRequest(row);
}

export async function findByKey(
  knex: Knex,
  userRef: string,
  key: string,
): Promise<StoredRestoreRequest | undefined> {
  const row = await knex('velero_restore_request')
    .where({ user_ref: userRef, request_key: key })
    .first();
  return row && toRequest(row);
}
