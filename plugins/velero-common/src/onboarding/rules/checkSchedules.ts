import { specProblemOf } from '../../scope/specProblemOf';
import { Finding, refusal, warning } from '../../input/Finding';
import { checkOften } from '../../schedules/checkOften';
import { scheduleObject } from '../scheduleObject';
import { TenantDraft } from '../TenantDraft';
import { TenantScheduleKind } from '../TenantRequest';
import {
  cronOf,
  enabledKindsOf,
  keepForOf,
  selectorOf,
} from '../tenantSchedules';
import { checkCron } from './checkCron';
import { checkKeepFor } from './checkKeepFor';
import { selectorProblems } from './selectorProblems';

/** The schedules can be read by Velero and run; a broken duration would stop its whole server. */
export function checkSchedules(draft: TenantDraft): Finding[] {
  const kinds = enabledKindsOf(draft.request);
  return kinds.length === 0
    ? [
        warning(
          'nothing-scheduled',
          'schedules',
          'No schedule is on: backups are made by hand only',
        ),
      ]
    : kinds.flatMap(kind => [
        ...checkTimes(draft, kind),
        ...checkSelector(draft, kind),
        ...checkTemplate(draft, kind),
      ]);
}

function checkTimes(draft: TenantDraft, kind: TenantScheduleKind): Finding[] {
  const { request, fleet, clusters } = draft;
  // The expressions of clusters differ in the minute at most.
  const cron = cronOf(request, clusters[0]?.name ?? '', kind);
  const field = `schedules.${kind}.cron`;
  return [
    ...checkCron(cron, field, fleet.now),
    // Whole clusters are backed up by administrators, who are warned.
    ...(request.scope === 'tenant' ? checkOften(cron, field) : []),
    ...checkKeepFor(
      keepForOf(request, kind),
      `schedules.${kind}.keepFor`,
      cron,
    ),
  ];
}

function checkSelector(
  { request, fleet }: TenantDraft,
  kind: TenantScheduleKind,
): Finding[] {
  const selector = selectorOf(request, kind, fleet.settings);
  const field = `schedules.${kind}.selector`;
  if (!selector) {
    return [];
  }
  const problems = selectorProblems(selector, field);
  return problems.length > 0
    ? problems
    : [
        warning(
          'selector-may-miss',
          field,
          `The schedule ${kind} takes only what carries these labels; with none Velero still says Completed, with 0 items`,
        ),
      ];
}

/** What Velero would refuse at each run, though it calls the schedule Enabled. */
function checkTemplate(
  draft: TenantDraft,
  kind: TenantScheduleKind,
): Finding[] {
  return draft.clusters.flatMap(cluster => {
    const { template } = scheduleObject(draft, cluster, kind).spec;
    const problem = specProblemOf(template);
    return problem && draft.request.scope === 'platform'
      ? [
          refusal(
            'template-invalid',
            `schedules.${kind}`,
            `Velero would refuse every backup: ${problem.slice(0, 300)}`,
            'Correct velero.onboarding.excludedNamespaces',
          ),
        ]
      : [];
  });
}
