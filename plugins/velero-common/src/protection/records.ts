import { BackupOrigin, ClusterFreshness } from '../api/types';
import { BackupScope, readBackupScope } from '../scope/BackupScope';
import { BackupFacts, readBackup } from '../velero/backup';
import { timeAt, valueAt } from '../velero/lenient';
import { readSchedule, ScheduleFacts } from '../velero/schedule';
import {
  readStorageLocation,
  StorageLocationFacts,
} from '../velero/storageLocation';
import { UndecodableDuration } from '../velero/undecodableDuration';

/** Names an object of Velero within a cluster. @public */
export interface RecordKey {
  veleroNamespace: string;
  name: string;
}

/** What the rules of protection read of a Backup object itself. @public */
export interface BackupContent extends RecordKey, BackupFacts {
  scope: BackupScope;
}

/** A backup as the rules of protection need it. @public */
export interface BackupRecord extends BackupContent {
  /** A backup of another cluster holds that cluster's namespaces, even where their names are equal. */
  origin: BackupOrigin;
}

/** A schedule as the rules of protection need it. @public */
export interface ScheduleRecord extends RecordKey, ScheduleFacts {
  /** When Velero last skipped a run because it was told to; the next one counts from then. */
  lastSkippedAt?: string;
  scope: BackupScope;
}

/** A storage location as the rules of protection need it. @public */
export type LocationRecord = RecordKey &
  Pick<
    StorageLocationFacts,
    'accessMode' | 'default' | 'phase' | 'message' | 'createdAt'
  >;

/** An object that stops the Velero server of its namespace. @public */
export interface StoppingRecord extends RecordKey, UndecodableDuration {
  kind: 'Backup' | 'Schedule';
}

/** What is known of a cluster. @public */
export interface ClusterRecord {
  freshness: ClusterFreshness;
  /** Zone of the Velero server's clock; UTC in Velero's own image. */
  zone?: string;
  schedules: ScheduleRecord[];
  backups: BackupRecord[];
  locations: LocationRecord[];
  stopping: StoppingRecord[];
}

/** Reads a Backup object for the rules of protection. @public */
export function backupContentOf(
  options: RecordKey & { object: unknown },
): BackupContent {
  const { object, ...key } = options;
  return {
    ...readBackup(object),
    ...key,
    scope: readBackupScope(valueAt(object, 'spec')),
  };
}

/** Reads a Schedule object for the rules of protection. @public */
export function scheduleRecordOf(
  options: RecordKey & { object: unknown },
): ScheduleRecord {
  const { object, ...key } = options;
  return {
    ...readSchedule(object),
    ...key,
    lastSkippedAt: timeAt(object, 'status', 'lastSkipped'),
    scope: readBackupScope(valueAt(object, 'spec', 'template')),
  };
}

/** Reads a BackupStorageLocation object for the rules of protection. @public */
export function locationRecordOf(
  options: RecordKey & { object: unknown },
): LocationRecord {
  const { object, ...key } = options;
  return { ...readStorageLocation(object), ...key };
}
