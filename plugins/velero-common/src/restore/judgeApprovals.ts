import { normalizedRef } from './policy/normalizedRef';
import { ApprovalRule } from './policy/RestorePolicy';

/** Somebody who agreed. @public */
export interface Approval {
  userRef: string;
  /** The references that they own things through, themselves among them. */
  ownershipRefs: string[];
  administrator: boolean;
}

/** What is there of the consent that a request needs. @public */
export interface ApprovalProgress {
  rule: ApprovalRule;
  /** Users who agreed and count for it. */
  given: string[];
  isMet: boolean;
}

/**
 * Tells how far the consent has come. The requester never counts, through whatever group; nobody counts twice for one
 * rule.
 *
 * @param options - `owners` are the references that the marks of the target namespaces name in common
 * @public
 */
export function judgeApprovals(options: {
  rules: ApprovalRule[];
  approvals: Approval[];
  requester: string;
  owners: string[];
}): ApprovalProgress[] {
  const { rules, approvals, requester, owners } = options;
  const others = approvals.filter(
    ({ userRef }) => normalizedRef(userRef) !== normalizedRef(requester),
  );
  return rules.map(rule => {
    const given = new Set(
      others
        .filter(approval => countsFor(rule, approval, owners))
        .map(({ userRef }) => normalizedRef(userRef)),
    );
    return { rule, given: [...given], isMet: given.size >= rule.count };
  });
}

/** Whether somebody may decide at all. @public */
export function mayApprove(options: {
  rules: ApprovalRule[];
  approver: Approval;
  requester: string;
  owners: string[];
}): boolean {
  const { rules, approver, requester, owners } = options;
  return (
    normalizedRef(approver.userRef) !== normalizedRef(requester) &&
    rules.some(rule => countsFor(rule, approver, owners))
  );
}

function countsFor(
  { from }: ApprovalRule,
  { ownershipRefs, administrator }: Approval,
  owners: string[],
): boolean {
  const refs = ownershipRefs.map(normalizedRef);
  return from.some(who => {
    if (who === 'platform') {
      return administrator;
    }
    return who === 'owner'
      ? owners.some(owner => refs.includes(normalizedRef(owner)))
      : refs.includes(normalizedRef(who));
  });
}
