import { intervalOf } from '../velero/cron/intervalOf';
import { nextRuns } from '../velero/cron/nextRuns';
import { Cron, parseCron } from '../velero/cron/parseCron';
import { meaningOfPhase } from '../velero/phase';
import { LocationLookup } from './LocationLookup';
import { StopReason } from './ProtectionReason';
import { ClusterRecord, ScheduleRecord } from './records';
import { stopReasonsOf } from './stopReasonsOf';

const HOUR = 3_600_000;

/** Velero looks at its schedules each minute, and its queue may lose minutes. */
const PUNCTUALITY = 10 * 60_000;

/** What a schedule promises, whichever namespace asks. */
export interface ScheduleOutlook {
  record: ScheduleRecord;
  /** Why it makes no backups; empty for one that works. */
  stops: StopReason[];
  /** How old its newest copy may become before it is late, in milliseconds. */
  patience: number;
  /** Absent for one that makes none. */
  nextRun?: Date;
  /** When it should have run, for one that is behind. */
  overdueSince?: Date;
}

/** Tells when a schedule will run, and why it will not. */
export function outlookOf(
  record: ScheduleRecord,
  cluster: ClusterRecord,
  now: Date,
): ScheduleOutlook {
  const stops = stopReasonsOf(record, {
    locations: new LocationLookup(cluster.locations),
    stopping: cluster.stopping,
    now,
  });
  const cron = parseCron(record.cron).value;
  if (!cron || stops.length > 0) {
    return { record, stops, patience: 0 };
  }
  return {
    record,
    stops,
    patience: patienceOf(intervalOf(cron) ?? 0),
    ...runsOf({ record, cron, cluster, now }),
  };
}

/** A backup takes its time, and a queue as well: a tenth of the interval, an hour at least. */
export function patienceOf(interval: number): number {
  return interval + Math.max(HOUR, interval / 10);
}

function runsOf(options: {
  record: ScheduleRecord;
  cron: Cron;
  cluster: ClusterRecord;
  now: Date;
}): Pick<ScheduleOutlook, 'nextRun' | 'overdueSince'> {
  const { record, cron, cluster, now } = options;
  const { zone } = cluster;
  const [due] = nextRuns({ cron, from: baseOf(record, now), count: 1, zone });
  if (!due || due > now) {
    return { nextRun: due };
  }
  const [next] =
    cron.type === 'every'
      ? [now]
      : nextRuns({ cron, from: now, count: 1, zone });
  const isBehind =
    now.getTime() - due.getTime() > PUNCTUALITY && !isBusy(record, cluster);
  return { nextRun: next, ...(isBehind && { overdueSince: due }) };
}

/** Velero counts from the last run or the creation, and from the last skip when that is later. */
function baseOf(record: ScheduleRecord, now: Date): Date {
  const times = [record.lastBackupAt ?? record.createdAt, record.lastSkippedAt]
    .map(time => Date.parse(time ?? ''))
    .filter(time => !Number.isNaN(time));
  return times.length > 0 ? new Date(Math.max(...times)) : now;
}

/** While a backup of it is unfinished the next one waits. */
function isBusy(schedule: ScheduleRecord, { backups }: ClusterRecord): boolean {
  return backups.some(
    ({ veleroNamespace, schedule: name, phase }) =>
      name === schedule.name &&
      veleroNamespace === schedule.veleroNamespace &&
      ['waiting', 'running'].includes(meaningOfPhase(phase).lifecycle),
  );
}
