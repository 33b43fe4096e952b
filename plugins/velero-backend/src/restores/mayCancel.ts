import { StoredRestoreRequest } from '../store/RestoreRequestStore';
import { RestorePerson } from './Restores';

/** What nobody can tell the end of stands in the way of others of the same owners, who may look as well. */
export function mayCancel(
  { requester, state, owners }: StoredRestoreRequest,
  { administrator, userRef, ownershipRefs }: RestorePerson,
): boolean {
  return (
    administrator ||
    requester.userRef === userRef ||
    (state === 'unknown' && owners.some(owner => ownershipRefs.includes(owner)))
  );
}
