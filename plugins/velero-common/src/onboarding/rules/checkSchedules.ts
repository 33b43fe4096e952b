import { specProblemOf } from '../../scope/specProblemOf';
import { intervalOf } from '../../velero/cron/intervalOf';
import { parseCron } from '../../velero/cron/parseCron';
import { nextRuns } from '../../velero/cron/nextRuns';
import { readKeepFor } from '../../velero/keepFor';
import { Finding, quoted, refusal, warning } from '../Finding';
import { scheduleObject } from '../scheduleObject';
import { TenantDraft } from '../TenantDraft';
import { TenantScheduleKind } from '../TenantRequest';
import {
  cronOf,
  enabledKindsOf,
  keepForOf,
  selectorOf,
} from '../tenantSchedules';
import { selectorProblems } from './selectorProblems';

const MINUTE = 60_000;

/** Velero looks for due schedules once a minute, and makes one backup after the other. */
const OFTEN = 15 * MINUTE;

const MAXIMUM_CRON = 256;

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
  const interval = draft.clusters[0]
    ? checkCron(draft, draft.clusters[0].name, kind)
    : { findings: [] };
  const keepFor = keepForOf(draft.request, kind);
  const kept = readKeepFor(keepFor);
  if (kept.problem !== undefined) {
    return [
      ...interval.findings,
      refusal(
        'duration-invalid',
        `schedules.${kind}.keepFor`,
        `${quoted(keepFor)} cannot be used: ${kept.problem}`,
        `Write a Go duration in hours, as ${kept.hint ?? '720h'}`,
      ),
    ];
  }
  return interval.value !== undefined && kept.value < interval.value
    ? [
        ...interval.findings,
        warning(
          'schedule-gap',
          `schedules.${kind}.keepFor`,
          `A backup is gone after ${keepFor}, before the next one is made`,
        ),
      ]
    : interval.findings;
}

function checkCron(
  { request, fleet }: TenantDraft,
  cluster: string,
  kind: TenantScheduleKind,
): { findings: Finding[]; value?: number } {
  const field = `schedules.${kind}.cron`;
  const expression = cronOf(request, cluster, kind);
  const refuse = (message: string, remedy: string, never = false) => ({
    findings: [
      refusal(never ? 'cron-never' : 'cron-invalid', field, message, remedy),
    ],
  });
  const fields =
    'Write minute, hour, day of month, month and day of week, as 0 2 * * *';
  if (expression.length > MAXIMUM_CRON || /[^\x20-\x7e]/.test(expression)) {
    return refuse('The expression is no cron expression', fields);
  }
  const { value: cron, problem } = parseCron(expression);
  if (!cron) {
    return refuse(
      `Velero refuses ${quoted(expression)}: ${problem.slice(0, 300)}`,
      fields,
    );
  }
  const runs = nextRuns({ cron, from: new Date(fleet.now), count: 1 });
  if (runs.length === 0) {
    return refuse(
      `${quoted(expression)} never comes true`,
      'Choose a day that exists',
      true,
    );
  }
  const value = intervalOf(cron);
  return {
    value,
    findings:
      value !== undefined && value < OFTEN
        ? [
            warning(
              'schedule-often',
              field,
              `Backups every ${Math.max(
                1,
                Math.round(value / MINUTE),
              )} minutes wait for each other, since Velero makes one after the other`,
            ),
          ]
        : [],
  };
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
