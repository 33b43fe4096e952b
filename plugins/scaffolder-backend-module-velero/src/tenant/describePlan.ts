import {
  PlannedChange,
  TenantPlanResponse,
} from 'backstage-plugin-velero-common';

/** What a plan would do, a line for each object, and what should be known before. */
export function describePlan({
  changes,
  warnings,
}: Pick<TenantPlanResponse, 'changes' | 'warnings'>): string[] {
  return [
    ...changes.flatMap(describeChange),
    ...warnings.map(({ field, message }) => `Note on ${field}: ${message}`),
  ];
}

/** The changes of what is there, with what the fields were and would be. */
export function describeChangesOfThere(changes: PlannedChange[]): string {
  return changes
    .filter(({ change }) => change === 'change' || change === 'remove')
    .flatMap(describeChange)
    .join('\n');
}

function describeChange(planned: PlannedChange): string[] {
  const { cluster, kind, name, change, fields = [] } = planned;
  return [
    `${cluster}: ${change} ${kind} ${name}`,
    ...fields.map(
      ({ path, before = 'nothing', after = 'nothing' }) =>
        `${cluster}:   ${path}: ${before} → ${after}`,
    ),
  ];
}
