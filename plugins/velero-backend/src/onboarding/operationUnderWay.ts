import { ConflictError } from '@backstage/errors';
import { StoredOperation } from '../store/OperationStore';

/**
 * Says why an operation cannot begin now.
 *
 * @param other - the one that is in its way; absent for whoever may not know of it
 */
export function operationUnderWay(
  other: Pick<StoredOperation, 'id' | 'subject'> | undefined,
): ConflictError {
  return new ConflictError(
    other
      ? `Tenant '${other.subject}' is being worked on at this moment, by operation ${other.id}, in the same storage or under the same name. Wait for its end, or cancel it`
      : 'Another operation is under way in the same storage or under the same name. Try again when it has ended',
  );
}
