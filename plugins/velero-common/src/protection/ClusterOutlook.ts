import { meaningOfPhase } from '../velero/phase';
import { JudgedBackup, judgeBackup } from './judgeBackup';
import { LocationLookup } from './LocationLookup';
import { ClusterRecord, RecordKey } from './records';
import { outlookOf, ScheduleOutlook } from './ScheduleOutlook';

/** A cluster, judged once for all namespaces in it. */
export interface ClusterOutlook {
  record: ClusterRecord;
  schedules: ScheduleOutlook[];
  /** The finished backups of each schedule, the newest first. */
  runs: Map<string, JudgedBackup[]>;
  /** Those that belong to no schedule that exists: made by hand, or by one that is gone. */
  loose: JudgedBackup[];
}

/**
 * Judges the schedules and backups of a cluster.
 *
 * @param options - `namespaces` of the cluster that may be told of
 */
export function clusterOutlookOf(options: {
  record: ClusterRecord;
  namespaces: string[];
  now: Date;
}): ClusterOutlook {
  const { record, now } = options;
  const runs = new Map<string, JudgedBackup[]>(
    record.schedules.map(schedule => [keyOf(schedule), []]),
  );
  const loose: JudgedBackup[] = [];
  for (const backup of judgedBackupsOf(options)) {
    const { veleroNamespace, schedule = '' } = backup.record;
    const group = runs.get(keyOf({ veleroNamespace, name: schedule }));
    (group ?? loose).push(backup);
  }
  const busy = busySchedules(record);
  return {
    record,
    schedules: record.schedules.map(schedule =>
      outlookOf({
        record: schedule,
        cluster: record,
        isBusy: busy.has(keyOf(schedule)),
        now,
      }),
    ),
    runs,
    loose,
  };
}

export function keyOf({ veleroNamespace, name }: RecordKey): string {
  return `${veleroNamespace}/${name}`;
}

function busySchedules({ backups }: ClusterRecord): Set<string> {
  const unfinished = backups.filter(({ phase }) =>
    ['waiting', 'running'].includes(meaningOfPhase(phase).lifecycle),
  );
  return new Set(
    unfinished.map(({ veleroNamespace, schedule = '' }) =>
      keyOf({ veleroNamespace, name: schedule }),
    ),
  );
}

function judgedBackupsOf(
  options: Parameters<typeof clusterOutlookOf>[0],
): JudgedBackup[] {
  const { record, ...context } = options;
  const locations = new LocationLookup(record.locations);
  return record.backups
    .flatMap(backup => judgeBackup(backup, { ...context, locations }) ?? [])
    .sort((a, b) => b.time - a.time);
}
