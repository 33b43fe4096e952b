import { approvalsFor } from '../approvalsFor';
import { approvingOwnersOf } from '../approvingOwnersOf';
import { RestoreCheck, stop } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';

/** There is somebody who could agree: a request that nobody may decide on waits for nothing. */
export function checkApprovals(restoreCase: RestoreCase): RestoreCheck[] {
  const { snapshot } = restoreCase;
  const others = (refs: string[]) =>
    refs.filter(ref => ref !== snapshot.requester.userRef);
  const owners = others(approvingOwnersOf(snapshot));
  const isForNobody = approvalsFor(restoreCase).some(({ from }) =>
    others(from).every(who => who === 'owner' && owners.length === 0),
  );
  return isForNobody
    ? [
        stop(
          'approvals',
          'The policy wants somebody else to agree, as another owner of all that is restored, and there is nobody',
          'Ask for each namespace in a request of its own, or have the policy name somebody else',
        ),
      ]
    : [];
}
