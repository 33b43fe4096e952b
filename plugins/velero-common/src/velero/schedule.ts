import { durationAt, textAt, textListAt, timeAt, valueAt } from './lenient';

/** What a Schedule object says. @public */
export interface ScheduleFacts {
  /** Empty while Velero has not seen the object. */
  phase: string;
  createdAt?: string;
  cron: string;
  paused: boolean;
  lastBackupAt?: string;
  ttl?: string;
  location?: string;
  validationErrors: string[];
}

/** Reads a Schedule object of any Velero version, leniently. @public */
export function readSchedule(object: unknown): ScheduleFacts {
  return {
    phase: textAt(object, 'status', 'phase') ?? '',
    createdAt: timeAt(object, 'metadata', 'creationTimestamp'),
    cron: textAt(object, 'spec', 'schedule') ?? '',
    paused: valueAt(object, 'spec', 'paused') === true,
    lastBackupAt: timeAt(object, 'status', 'lastBackup'),
    ttl: durationAt(object, 'spec', 'template', 'ttl'),
    location: textAt(object, 'spec', 'template', 'storageLocation'),
    validationErrors: textListAt(object, 'status', 'validationErrors'),
  };
}
