import { comesFromElsewhere, destinationRuleOf } from './destinationOf';
import { ApprovalRule, DestinationRule } from './policy/RestorePolicy';
import { RestoreCase } from './RestoreCase';

/** Everything that has to be approved: by where it goes, whence it comes and what it changes. */
export function approvalsFor({
  wish,
  policy,
  snapshot,
}: RestoreCase): ApprovalRule[] {
  const { otherClusters, wholeBackup } = policy.destinations;
  const rules: Array<DestinationRule | undefined> = [
    ...snapshot.pairs.map(pair => destinationRuleOf(policy, pair)),
    ...(snapshot.pairs.some(comesFromElsewhere) ? [otherClusters] : []),
    ...(wish.wholeBackup === undefined ? [] : [wholeBackup]),
    ...(wish.existing === 'update' ? [policy.existing.update] : []),
  ];
  return unique(rules.flatMap(rule => rule?.approvals ?? []));
}

/** The same asked for twice is asked for once. */
function unique(rules: ApprovalRule[]): ApprovalRule[] {
  const keyOf = ({ from, count }: ApprovalRule) =>
    JSON.stringify([[...from].sort(), count]);
  return [...new Map(rules.map(rule => [keyOf(rule), rule])).values()];
}
