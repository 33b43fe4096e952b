import {
  BackupKey,
  ClaimedNamespace,
  ClusterFreshness,
  LocationReference,
} from './types';

/**
 * What becomes of the volumes in a backup that is made by hand.
 *
 * - `default`: as the Velero server is set up
 * - `none`: no snapshots and no copies of files, but for volumes whose pod asks for a copy by an annotation of Velero
 *
 * @public
 */
export type BackupVolumesChoice = 'default' | 'none';

/** Asks for a backup. What is absent is chosen by the backend. @public */
export interface BackupRequest {
  cluster: string;
  /** Needed only where several Velero servers work in the cluster. */
  veleroNamespace?: string;
  /** Each of them is claimed by the entity and proven to be the caller's. */
  namespaces: string[];
  /** Name of a storage location. */
  storageLocation?: string;
  /** Go duration, as `720h`. */
  keepFor?: string;
  volumes?: BackupVolumesChoice;
  /**
   * A UUID that names the request. Sent again within the hour it gives the backup that was made before, so that a
   * request whose answer was lost can be repeated.
   */
  requestId?: string;
}

/** A backup that Velero was asked for, with what was chosen. @public */
export interface CreatedBackup extends BackupKey {
  namespaces: string[];
  storageLocation: string;
  keepFor: string;
  volumes: BackupVolumesChoice;
}

/** A namespace that a backup can be made of, or why not. @public */
export interface BackupOptionNamespace {
  namespace: string;
  /** Why it cannot be chosen; absent when it can. */
  problem?: string;
}

/** A storage location that a backup can go to, or why not. @public */
export interface BackupOptionLocation extends LocationReference {
  /** True for the one that Velero takes when none is named. */
  default: boolean;
  /** As Velero says it; empty while Velero has not validated it. */
  phase: string;
  /** Velero's message for a location that is not available. */
  message?: string;
  /** Why it cannot be chosen; absent when it can. */
  problem?: string;
}

/** What a backup by one Velero server can be made of. @public */
export interface BackupOption {
  cluster: string;
  veleroNamespace: string;
  namespaces: BackupOptionNamespace[];
  locations: BackupOptionLocation[];
  /** The location that is taken when none is named; absent when none can be. */
  storageLocation?: string;
  /** Go duration that is taken when none is given. */
  keepFor: string;
}

/** How many backups a person may still ask for. @public */
export interface BackupQuota {
  /** In each hour. */
  limit: number;
  left: number;
  /** When the next one is possible, in ISO 8601; present when none is left. */
  nextAt?: string;
}

/** @public */
export interface BackupOptionsResponse {
  items: BackupOption[];
  quota: BackupQuota;
  clusters: ClusterFreshness[];
  /** What the entity claims; what is not proven says how to prove it. */
  namespaces: ClaimedNamespace[];
}
