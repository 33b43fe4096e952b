import { StorageServiceId } from '../storage/storageServices';
import { AccessMode } from './types';

/** A storage location that leads to a place. @public */
export interface StorageUse {
  cluster: string;
  /** Where Velero runs. */
  veleroNamespace: string;
  name: string;
  accessMode: AccessMode;
  /** Empty while Velero has not checked it. */
  phase: string;
  message?: string;
  /** When Velero last checked it, as ISO 8601 in UTC. */
  lastValidatedAt?: string;
  /** Backups of the cluster that name it, whatever became of them. */
  backups: number;
  /** Schedules of the cluster that name it; those that leave the location to Velero are not among them. */
  schedules: number;
}

/** Where backups are kept. Two places are one when bucket and prefix are the same, whatever the locations are called. @public */
export interface StoragePlaceSummary {
  provider?: string;
  /** Absent for a store that is not known, as one on premises. */
  service?: StorageServiceId;
  /** Host of the store; absent where Velero's plugin knows the address. */
  host?: string;
  bucket?: string;
  prefix?: string;
  /**
   * How much is there: backups that ended `Completed` or `PartiallyFailed`, each once however many clusters list it.
   * No bytes, which Velero does not tell. Absent while no Velero has looked for the backups in the place.
   */
  backups?: number;
  /** Clusters should not share a place that they write to: more than one is a mistake. */
  writers: StorageUse[];
  readers: StorageUse[];
}

/** @public */
export interface StoragePlacesQuery {
  /** From 1 to 200; 25 when absent. */
  limit?: number;
  /** `pageInfo.nextCursor` of the answer before. */
  cursor?: string;
}

/** @public */
export interface StoragePlacesResponse {
  items: StoragePlaceSummary[];
  pageInfo: { nextCursor?: string };
}

/** What Velero says of a storage location that it was just asked to check. @public */
export interface LocationVerification {
  phase: string;
  message?: string;
  /** ISO 8601 in UTC. */
  checkedAt: string;
}
