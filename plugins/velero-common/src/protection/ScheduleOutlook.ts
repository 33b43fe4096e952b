import { intervalOf } from '../velero/cron/intervalOf';
import { nextRuns } from '../velero/cron/nextRuns';
import { Cron, parseCron } from '../velero/cron/parseCron';
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
  /** True while a backup of it waits or runs; the next one has to wait. */
  isBusy: boolean;
}

/** Tells when a schedule will run, and why it will not. */
export function outlookOf(options: {
  record: ScheduleRecord;
  cluster: ClusterRecord;
  isBusy: boolean;
  now: Date;
}): ScheduleOutlook {
  const { record, cluster, isBusy, now } = options;
  const { value: cron, problem: cronProblem } = parseCron(record.cron);
  const interval = cron && intervalOf(cron);
  const stops = stopReasonsOf(record, {
    cronProblem,
    interval,
    locations: new LocationLookup(cluster.locations),
    stopping: cluster.stopping,
    now,
  });
  if (!cron || !interval || stops.length > 0) {
    return { record, stops, isBusy, patience: 0 };
  }
  return {
    record,
    stops,
    isBusy,
    patience: patienceOf(interval),
    ...runsOf({ ...options, cron }),
  };
}

/** A backup takes its time, and a queue as well: a tenth of the interval in full hours. */
function patienceOf(interval: number): number {
  return interval + Math.max(1, Math.ceil(interval / 10 / HOUR)) * HOUR;
}

function runsOf(options: {
  record: ScheduleRecord;
  cron: Cron;
  cluster: ClusterRecord;
  isBusy: boolean;
  now: Date;
}): Pick<ScheduleOutlook, 'nextRun' | 'overdueSince'> {
  const { record, cron, cluster, isBusy, now } = options;
  const { zone } = cluster;
  const [due] = nextRuns({ cron, from: baseOf(record, now), count: 1, zone });
  if (!due || due > now) {
    return { nextRun: due };
  }
  const isBehind = !isBusy && now.getTime() - due.getTime() > PUNCTUALITY;
  const [next] =
    cron.type === 'every'
      ? [now]
      : nextRuns({ cron, from: now, count: 1, zone });
  return { nextRun: next, ...(isBehind && { overdueSince: due }) };
}

/** Velero counts from the last run or the creation, and from the last skip when that is later. */
function baseOf(record: ScheduleRecord, now: Date): Date {
  const times = [record.lastBackupAt ?? record.createdAt, record.lastSkippedAt]
    .map(time => Date.parse(time ?? ''))
    .filter(time => !Number.isNaN(time));
  return times.length > 0 ? new Date(Math.max(...times)) : now;
}
