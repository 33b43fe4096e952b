import { approvalsFor } from '../approvalsFor';
import { approvingOwnersOf } from '../approvingOwnersOf';
import { RestoreCheck, stop } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';

/** There is somebody who could agree: a request that nobody may decide on waits for nothing. */
export function checkApprovals(restoreCase: RestoreCase): RestoreCheck[] {
  const isForOwners = approvalsFor(restoreCase).some(({ from }) =>
    from.every(who => who === 'owner'),
  );
  return isForOwners && approvingOwnersOf(restoreCase.snapshot).length === 0
    ? [
        stop(
          'approvals',
          'The policy wants an owner of all that is restored to agree, and there is none',
          'Ask for each namespace in a request of its own, or have the policy name somebody else',
        ),
      ]
    : [];
}
