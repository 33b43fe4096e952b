import { meaningOfPhase } from './phase';
import { countAt, durationAt, textAt, textListAt, timeAt } from './lenient';

/** Label on a Backup that names the schedule that made it. @public */
export const SCHEDULE_NAME_LABEL = 'velero.io/schedule-name';

/** What a Backup object says, in one form for all server versions. Times are ISO 8601 in UTC. @public */
export interface BackupFacts {
  /** Empty while Velero has not seen the object. */
  phase: string;
  createdAt?: string;
  startedAt?: string;
  completedAt?: string;
  expiresAt?: string;
  itemsDone?: number;
  itemsTotal?: number;
  queuePosition?: number;
  warnings?: number;
  errors?: number;
  schedule?: string;
  /** Name of the storage location, in the namespace of the backup. */
  location?: string;
  validationErrors: string[];
  failureReason?: string;
  ttl?: string;
  /** Of the files in the store, as `1.1.0`. */
  formatVersion?: string;
}

/**
 * Reads a Backup object of any Velero version, leniently.
 *
 * @param object - the custom resource as the API server gives it
 * @public
 */
export function readBackup(object: unknown): BackupFacts {
  return {
    phase: textAt(object, 'status', 'phase') ?? '',
    createdAt: timeAt(object, 'metadata', 'creationTimestamp'),
    startedAt: timeAt(object, 'status', 'startTimestamp'),
    completedAt: timeAt(object, 'status', 'completionTimestamp'),
    expiresAt: timeAt(object, 'status', 'expiration'),
    itemsDone: countAt(object, 'status', 'progress', 'itemsBackedUp'),
    itemsTotal: countAt(object, 'status', 'progress', 'totalItems'),
    queuePosition: countAt(object, 'status', 'queuePosition') || undefined,
    warnings: countAt(object, 'status', 'warnings'),
    errors: countAt(object, 'status', 'errors'),
    schedule: textAt(object, 'metadata', 'labels', SCHEDULE_NAME_LABEL),
    location: textAt(object, 'spec', 'storageLocation'),
    validationErrors: textListAt(object, 'status', 'validationErrors'),
    failureReason: textAt(object, 'status', 'failureReason'),
    ttl: durationAt(object, 'spec', 'ttl'),
    formatVersion: textAt(object, 'status', 'formatVersion'),
  };
}

/**
 * The time of a backup: when Velero began, and only where that is missing when the object was made. The object of a
 * backup that another cluster wrote is made much later than the backup.
 *
 * @public
 */
export function timeOfBackup(
  backup: Pick<BackupFacts, 'startedAt' | 'createdAt'>,
): string | undefined {
  return backup.startedAt ?? backup.createdAt;
}

/**
 * True when a backup took nothing. Velero does not write a count of zero, and a pattern that fits no namespace ends as
 * `Completed`, too.
 *
 * @public
 */
export function isEmpty(
  backup: Pick<BackupFacts, 'itemsDone' | 'itemsTotal'>,
): boolean {
  return (backup.itemsDone ?? backup.itemsTotal ?? 0) === 0;
}

/**
 * True when a backup ended without errors and took something. Whether it can be reached is another question.
 *
 * @public
 */
export function isGoodEnd(
  backup: Pick<BackupFacts, 'phase' | 'itemsDone' | 'itemsTotal'>,
): boolean {
  return meaningOfPhase(backup.phase).outcome === 'ok' && !isEmpty(backup);
}

/**
 * Tells whether Velero has found a backup in a store, as it does with those of other clusters: its object is younger than
 * the backup itself.
 *
 * @public
 */
export function isSynced({
  createdAt,
  startedAt,
}: Pick<BackupFacts, 'createdAt' | 'startedAt'>): boolean {
  return startedAt !== undefined && (createdAt ?? '~') > startedAt;
}
