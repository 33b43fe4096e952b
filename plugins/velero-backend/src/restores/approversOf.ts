import { ApprovalRule } from 'backstage-plugin-velero-common';

/** Everybody who may decide, for lists: references, and `platform` for administrators. */
export function approversOf(rules: ApprovalRule[], owners: string[]): string[] {
  const named = rules.flatMap(({ from }) =>
    from.flatMap(who => (who === 'owner' ? owners : [who])),
  );
  return [...new Set(named)];
}
