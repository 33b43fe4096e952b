import { textAt, timeAt, valueAt } from './lenient';
import { StoragePlace } from '../storage/storagePlace';

/** What a BackupStorageLocation object says. @public */
export interface StorageLocationFacts extends StoragePlace {
  /** An absent access mode means `ReadWrite`. */
  accessMode: 'ReadWrite' | 'ReadOnly';
  default: boolean;
  /** Empty while Velero has not validated it. */
  phase: string;
  message?: string;
  createdAt?: string;
  lastValidatedAt?: string;
  lastSyncedAt?: string;
}

/** Reads a BackupStorageLocation object of any Velero version, leniently. @public */
export function readStorageLocation(object: unknown): StorageLocationFacts {
  const accessMode = textAt(object, 'spec', 'accessMode');
  return {
    provider: textAt(object, 'spec', 'provider'),
    endpoint: textAt(object, 'spec', 'config', 's3Url'),
    region: textAt(object, 'spec', 'config', 'region'),
    bucket: textAt(object, 'spec', 'objectStorage', 'bucket'),
    prefix: textAt(object, 'spec', 'objectStorage', 'prefix'),
    accessMode: accessMode === 'ReadOnly' ? 'ReadOnly' : 'ReadWrite',
    default: valueAt(object, 'spec', 'default') === true,
    phase: textAt(object, 'status', 'phase') ?? '',
    message: textAt(object, 'status', 'message'),
    createdAt: timeAt(object, 'metadata', 'creationTimestamp'),
    lastValidatedAt: timeAt(object, 'status', 'lastValidationTime'),
    lastSyncedAt: timeAt(object, 'status', 'lastSyncedTime'),
  };
}
