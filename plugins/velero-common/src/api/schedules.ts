import { BackupVolumesChoice } from './backupNow';
import { BackupKey } from './types';

/** Asks for a schedule. What is absent is chosen by the backend. @public */
export interface ScheduleRequest {
  cluster: string;
  /** Needed only where several Velero servers work in the cluster. */
  veleroNamespace?: string;
  /** Each of them is claimed by the entity and proven to be the caller's. */
  namespaces: string[];
  /** Tells the schedules of an entity apart, as `nightly`; at most 16 characters of a DNS label. */
  name: string;
  /** As Velero reads it: `0 2 * * *`, `@every 6h`. */
  cron: string;
  /** How long each backup is kept; Go duration, as `720h`. */
  keepFor?: string;
  /** Name of a storage location. */
  storageLocation?: string;
  volumes?: BackupVolumesChoice;
  /** Whether it makes no backups until somebody has it run; false by default. */
  paused?: boolean;
  /** Checks all that is asked for, and makes nothing. */
  dryRun?: boolean;
}

/**
 * What became of a request.
 *
 * - `created`: the schedule was made
 * - `unchanged`: it was there, as asked for
 * - `planned`: nothing was made, as it was a dry run
 *
 * @public
 */
export type ScheduleOutcome = 'created' | 'unchanged' | 'planned';

/** A schedule that was asked for, with what was chosen. The name is that of the object. @public */
export interface CreatedSchedule extends BackupKey {
  outcome: ScheduleOutcome;
  namespaces: string[];
  cron: string;
  keepFor: string;
  storageLocation: string;
  volumes: BackupVolumesChoice;
  paused: boolean;
  /** What to know of it, in words. */
  warnings: string[];
}
