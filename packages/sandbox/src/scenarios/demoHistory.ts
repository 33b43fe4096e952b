import { formatTime } from '../clock/Clock';
import { SandboxCluster } from '../SandboxCluster';
import { parseCron } from '../velero/Cron';
import { parseGoDuration } from '../velero/goDuration';
import { stableNumber } from '../velero/stableNumber';
import { LABELS, Schedule } from '../velero/VeleroObjects';
import { addPastBackup } from './addPastBackup';
import { BackupHistory, PastBackup, PastOutcome } from './BackupHistory';
import { DAY_MILLIS } from './demoObjects';

const HISTORY_MILLIS = 30 * DAY_MILLIS;
const PAUSED_SINCE_MILLIS = 9 * DAY_MILLIS;

interface HistoryOptions {
  schedule: Schedule;
  namespaces: string[];
  now: Date;
}

/** Puts a schedule in with the backups that it made and that have not expired. */
export function addHistory(cluster: SandboxCluster, options: HistoryOptions) {
  const { schedule } = options;
  const past = pastBackups(options);
  const lastBackup = past.at(-1)?.backup.metadata.creationTimestamp;
  cluster.objects.put('schedules', {
    ...schedule,
    status: { ...schedule.status, ...(lastBackup && { lastBackup }) },
  });
  for (const backup of past) {
    addPastBackup(cluster, backup);
  }
}

/** Puts in what synchronisation made of another cluster's backups: only those that reached the bucket. */
export function addCopies(
  cluster: SandboxCluster,
  location: string,
  options: HistoryOptions,
) {
  for (const { backup } of pastBackups(options)) {
    const { phase, completionTimestamp } = backup.status ?? {};
    if (phase === 'Completed' || phase === 'PartiallyFailed') {
      cluster.objects.put('backups', {
        ...backup,
        metadata: {
          ...backup.metadata,
          generation: 1,
          creationTimestamp: syncTime(completionTimestamp!),
          labels: {
            ...backup.metadata.labels,
            [LABELS.storageLocation]: location,
          },
        },
        spec: { ...backup.spec, storageLocation: location },
      });
    }
  }
}

/** Synchronisation comes by each minute. */
function syncTime(completion: string): string {
  const minute = 60_000;
  return formatTime(
    new Date(Math.ceil(Date.parse(completion) / minute) * minute + 17_000),
  );
}

function pastBackups(options: HistoryOptions): PastBackup[] {
  const { schedule } = options;
  const history = new BackupHistory(options);
  return runTimes(options).map(time =>
    history.at(time, outcomeOf(`${schedule.metadata.name} ${time.getTime()}`)),
  );
}

function runTimes({ schedule, now }: HistoryOptions): Date[] {
  const { metadata, spec } = schedule;
  const ttl = parseGoDuration(spec.template.ttl ?? '720h');
  const cron = parseCron(spec.schedule);
  // The server looks each minute, at the second at which it happened to be started.
  const delay = stableNumber(metadata.name, 50) * 1_000;
  const end = now.getTime() - (spec.paused ? PAUSED_SINCE_MILLIS : 0) - delay;
  let time = cron.next(new Date(now.getTime() - Math.min(HISTORY_MILLIS, ttl)));
  const times: Date[] = [];
  while (time.getTime() <= end) {
    times.push(new Date(time.getTime() + delay));
    time = cron.next(time);
  }
  return times;
}

/** Most went well. */
function outcomeOf(run: string): PastOutcome {
  const luck = stableNumber(run, 120);
  if (luck === 0) {
    return 'Failed';
  }
  if (luck === 1) {
    return 'FailedValidation';
  }
  return luck <= 4 ? 'PartiallyFailed' : 'Completed';
}
