import { Knex } from 'knex';
import { statementTime } from '../databaseTime';
import { appendEvent, lockChain } from '../restoreChain';
import { toRequest } from '../restoreRequestRow';
import { RequestOwners, StoredRestoreRequest } from '../RestoreRequestStore';
import { insertApprovers } from './insertApprovers';

/** Keeps who may decide on a request that waits for it, and that it was somebody else before. */
export function changeOwners(
  knex: Knex,
  { id, version }: Pick<StoredRestoreRequest, 'id' | 'version'>,
  { owners, approvers }: RequestOwners,
): Promise<StoredRestoreRequest | undefined> {
  return knex.transaction(async transaction => {
    const [row] = await transaction('velero_restore_request')
      .where({ id, version, state: 'pending' })
      .update({
        version: version + 1,
        updated_at: statementTime(transaction),
        owners: JSON.stringify(owners),
      })
      .returning('*');
    if (!row) {
      return undefined;
    }
    await transaction('velero_restore_approver')
      .where({ request: id })
      .delete();
    await insertApprovers(transaction, id, approvers);
    const head = await lockChain(transaction);
    await appendEvent(transaction, head, id, {
      type: 'owners-changed',
      body: { owners },
    });
    return toRequest(row);
  });
}
