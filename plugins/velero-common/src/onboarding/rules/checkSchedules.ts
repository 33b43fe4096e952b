import { specProblemOf } from '../../scope/specProblemOf';
import { intervalOf } from '../../velero/cron/intervalOf';
import { parseCron } from '../../velero/cron/parseCron';
import { readKeepFor } from '../../velero/keepFor';
import { Finding, refusal, warning } from '../Finding';
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
  return [
    ...checkCron(cron, `schedules.${kind}.cron`, fleet.now),
    ...checkKeepFor(keepForOf(request, kind), cron, kind),
  ];
}

function checkKeepFor(
  keepFor: string,
  cron: string,
  kind: TenantScheduleKind,
): Finding[] {
  const field = `schedules.${kind}.keepFor`;
  const kept = readKeepFor(keepFor);
  if (kept.problem !== undefined) {
    const remedy = `Write a Go duration in hours, as ${kept.hint ?? '720h'}`;
    return [refusal('duration-invalid', field, kept.problem, remedy)];
  }
  const { value } = parseCron(cron);
  const interval = value && intervalOf(value);
  return interval !== undefined && kept.value < interval
    ? [
        warning(
          'schedule-gap',
          field,
          `A backup is gone after ${keepFor}, before the next one is made`,
        ),
      ]
    : [];
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
