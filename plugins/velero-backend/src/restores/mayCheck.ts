import { mayApprove } from 'backstage-plugin-velero-common';
import { StoredRestoreRequest } from '../store/RestoreRequestStore';
import { RestorePerson } from './Restores';

/** Whether somebody may look at the checks of a request: they tell more than the request does, as how things are in the cluster. */
export function mayCheck(
  { requester, approvals: rules, owners }: StoredRestoreRequest,
  person: RestorePerson,
): boolean {
  const { userRef } = requester;
  return (
    person.administrator ||
    userRef === person.userRef ||
    mayApprove({ rules, approver: person, requester: userRef, owners })
  );
}
