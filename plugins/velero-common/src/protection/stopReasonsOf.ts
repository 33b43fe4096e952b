import { LocationLookup } from './LocationLookup';
import { StopReason } from './ProtectionReason';
import { ScheduleRecord, StoppingRecord } from './records';

/** Labels of backups carry the name of their schedule, and a label has no more characters. */
const MAXIMUM_NAME = 63;

/** Velero looks at a new Schedule within milliseconds when it works. */
const ACCEPTANCE = 10 * 60_000;

interface StopContext {
  /** Why the cron expression is refused. */
  cronProblem?: string;
  /** From one run to the next; absent when there is none. */
  interval?: number;
  locations: LocationLookup;
  stopping: StoppingRecord[];
  now: Date;
}

/** Tells why a schedule makes no backups, or only such as end at once; empty for one that works. */
export function stopReasonsOf(
  schedule: ScheduleRecord,
  context: StopContext,
): StopReason[] {
  return [
    ...serverStop(schedule, context.stopping),
    ...(schedule.paused ? [{ code: 'paused' } as const] : []),
    ...cronStop(schedule, context),
    ...templateStop(schedule),
    ...acceptanceStop(schedule, context.now),
    ...locationStop(schedule, context.locations),
  ];
}

function serverStop(
  { veleroNamespace }: ScheduleRecord,
  stopping: StoppingRecord[],
): StopReason[] {
  const culprit = stopping.find(
    record => record.veleroNamespace === veleroNamespace,
  );
  return culprit ? [stopReasonOf(culprit)] : [];
}

/** Names the object that stops a Velero server. */
export function stopReasonOf(culprit: StoppingRecord): StopReason {
  const { kind, name, problem, hint } = culprit;
  return { code: 'velero-stopped', kind, name, problem, ...(hint && { hint }) };
}

function cronStop(
  schedule: ScheduleRecord,
  { cronProblem, interval }: StopContext,
): StopReason[] {
  // A paused schedule keeps the phase that it had before; its expression may have been mended since.
  const refused =
    schedule.phase === 'FailedValidation' && !schedule.paused
      ? schedule.validationErrors[0] ?? 'FailedValidation'
      : undefined;
  const words = cronProblem ?? refused;
  if (words !== undefined) {
    return [{ code: 'schedule-invalid', problem: words }];
  }
  return interval === undefined
    ? [{ code: 'never-due', cron: schedule.cron }]
    : [];
}

function templateStop({ name, scope }: ScheduleRecord): StopReason[] {
  return [
    ...(name.length > MAXIMUM_NAME ? [{ code: 'name-too-long' } as const] : []),
    ...(scope.problem
      ? [{ code: 'template-invalid', problem: scope.problem } as const]
      : []),
  ];
}

function acceptanceStop(
  { phase, paused, createdAt }: ScheduleRecord,
  now: Date,
): StopReason[] {
  const isUnseen = !paused && (phase === '' || phase === 'New');
  const age = now.getTime() - Date.parse(createdAt ?? '');
  return isUnseen && age > ACCEPTANCE ? [{ code: 'not-accepted' }] : [];
}

function locationStop(
  schedule: ScheduleRecord,
  locations: LocationLookup,
): StopReason[] {
  const { veleroNamespace, scope } = schedule;
  if (!schedule.location && !scope.known) {
    return [];
  }
  const name = schedule.location ?? locations.nameOfDefault(veleroNamespace);
  const found = locations.find(veleroNamespace, name);
  if (!found) {
    return [{ code: 'location-missing', location: name }];
  }
  if (found.accessMode === 'ReadOnly') {
    return [{ code: 'location-read-only', location: name }];
  }
  if (found.phase === 'Available') {
    return [];
  }
  const { phase, message } = found;
  return phase === ''
    ? [{ code: 'location-unchecked', location: name }]
    : [
        {
          code: 'location-unavailable',
          location: name,
          ...(message && { message }),
        },
      ];
}
