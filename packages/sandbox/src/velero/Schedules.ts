import { formatTime } from '../clock/Clock';
import { isDeepStrictEqual } from 'node:util';
import { errorMessage } from '../api/errorMessage';
import { Cron, parseCron } from './Cron';
import { VeleroContext } from './VeleroContext';
import { BackupSpec, LABELS, Schedule } from './VeleroObjects';

/** Starts the controller that makes backups when their schedules are due. */
export function startSchedules(context: VeleroContext) {
  const { client, feed, every, timing } = context;
  const schedules = feed('schedules');
  schedules.onChange(({ object, previous }) => {
    if (!isDeepStrictEqual(previous?.spec, object.spec)) {
      reconcile(object.metadata.name, context);
    }
  });
  every(timing.schedule, () => {
    for (const { metadata } of client.list('schedules')) {
      context.after(0, () => reconcile(metadata.name, context));
    }
  });
}

function reconcile(name: string, context: VeleroContext) {
  const { client } = context;
  const schedule = client.get('schedules', name);
  // A paused one is not even validated.
  if (!schedule || schedule.spec.paused) {
    return;
  }
  applySkip(schedule, context);
  const { cron, errors } = readCron(schedule.spec.schedule);
  noteValidity(schedule, errors, context);
  const current = client.get('schedules', name)!;
  if (cron && isDue(current, cron, context)) {
    run(current, context);
  }
}

/** `skipImmediately` moves the base of the next run to now; the server writes its own default over an absent one. */
function applySkip({ metadata, spec }: Schedule, context: VeleroContext) {
  const { client, clock } = context;
  if (spec.skipImmediately !== false) {
    client.patch('schedules', metadata.name, {
      spec: { skipImmediately: false },
      ...(spec.skipImmediately && {
        status: { lastSkipped: clock.timestamp() },
      }),
    });
  }
}

function readCron(expression: string): { cron?: Cron; errors: string[] } {
  if (expression === '') {
    return { errors: ['Schedule must be a non-empty valid Cron expression'] };
  }
  try {
    return { cron: parseCron(expression), errors: [] };
  } catch (error) {
    return { errors: [`invalid schedule: ${errorMessage(error)}`] };
  }
}

function noteValidity(
  { metadata, status }: Schedule,
  errors: string[],
  { client }: VeleroContext,
) {
  const phase = errors.length > 0 ? 'FailedValidation' : 'Enabled';
  const known = status?.validationErrors ?? [];
  if (status?.phase !== phase || known.join() !== errors.join()) {
    const validationErrors = errors.length > 0 ? errors : null;
    client.patch('schedules', metadata.name, {
      status: { phase, validationErrors },
    });
  }
}

function isDue(
  { metadata, status }: Schedule,
  cron: Cron,
  context: VeleroContext,
): boolean {
  const last = Date.parse(status?.lastBackup ?? metadata.creationTimestamp!);
  const skipped = status?.lastSkipped ? Date.parse(status.lastSkipped) : 0;
  const next = cron.next(new Date(Math.max(last, skipped)));
  return next <= context.clock.now() && !hasUnfinished(metadata.name, context);
}

/** Queued ones do not count, so that they pile up behind a long backup. */
function hasUnfinished(schedule: string, { client }: VeleroContext): boolean {
  return client
    .list('backups')
    .some(
      ({ metadata, status }) =>
        metadata.labels?.[LABELS.scheduleName] === schedule &&
        ['', 'New', 'InProgress'].includes(status?.phase ?? ''),
    );
}

function run(schedule: Schedule, { client, clock }: VeleroContext) {
  const now = clock.now();
  client.create('backups', backupFromSchedule(schedule, now));
  client.patch('schedules', schedule.metadata.name, {
    status: { lastBackup: formatTime(now) },
  });
}

/** The Backup that a schedule makes: with all annotations of the schedule, and its labels or those of its template. */
export function backupFromSchedule(schedule: Schedule, at: Date) {
  const { metadata, spec } = schedule;
  const stamp = at.toISOString().slice(0, 19).replace(/\D/g, '');
  return {
    metadata: {
      name: `${metadata.name}-${stamp}`,
      labels: {
        ...(spec.template.metadata?.labels ?? metadata.labels),
        [LABELS.scheduleName]: metadata.name,
      },
      ...(metadata.annotations && { annotations: metadata.annotations }),
      ...(spec.useOwnerReferencesInBackup && {
        ownerReferences: [ownerReference(schedule)],
      }),
    },
    spec: templateSpec(schedule),
    status: {},
  };
}

/** A server writes what it has a type for, also where nothing was said. */
export function templateSpec({ spec: { template } }: Schedule): BackupSpec {
  return {
    csiSnapshotTimeout: '0s',
    hooks: {},
    itemOperationTimeout: '0s',
    metadata: {},
    ttl: '0s',
    ...template,
  };
}

function ownerReference({ metadata }: Schedule) {
  return {
    apiVersion: 'velero.io/v1',
    kind: 'Schedule',
    name: metadata.name,
    uid: metadata.uid ?? '',
    controller: true,
  };
}
