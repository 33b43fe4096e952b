import { StorageServiceId } from '../storage/storageServices';
import { Lifecycle, Outcome } from '../velero/phase';
import { RunTallies } from '../velero/runTallies';

/**
 * How far the portal's knowledge of a cluster can be trusted.
 *
 * - `live`: watched, changes arrive as they happen
 * - `syncing`: the first list is being read
 * - `stale`: what is shown was right at `staleSince`; the portal is reconnecting
 * - `unreachable`: nothing answers, or not with a certificate that is trusted
 * - `unauthorized`: the portal's credential is refused (401)
 * - `forbidden`: the portal's credential lacks a right (403); `reason` names it
 * - `not-installed`: the cluster answers, but has no Velero
 *
 * @public
 */
export type ClusterState =
  | 'live'
  | 'syncing'
  | 'stale'
  | 'unreachable'
  | 'unauthorized'
  | 'forbidden'
  | 'not-installed';

/** How fresh the data of one cluster is. Times are ISO 8601 in UTC. @public */
export interface ClusterFreshness {
  name: string;
  title?: string;
  state: ClusterState;
  /** Last time at which the data was known to be equal to the cluster's. */
  syncedAt?: string;
  /** Since when the data may be out of date. */
  staleSince?: string;
  /** What is wrong, in words, without anything secret. */
  reason?: string;
}

/** @public */
export interface ClusterSummary extends ClusterFreshness {
  /** As `v1.18.3`; absent when it cannot be read with the rights at hand. */
  veleroVersion?: string;
  /** Namespaces in which Velero works. */
  veleroNamespaces: string[];
}

/** @public */
export interface ClustersResponse {
  items: ClusterSummary[];
}

/** A namespace that an entity claims, and whether the claim is proven. @public */
export interface ClaimedNamespace {
  /** Absent when the claim holds for any cluster and none has proven it. */
  cluster?: string;
  namespace: string;
  proven: boolean;
  /** What an administrator of the cluster runs to prove the claim; present when it is not proven. */
  howToProve?: string;
  /** Why the claim cannot be proven as it stands; told to owners of the entity only. */
  problem?: string;
}

/** @public */
export type AccessMode = 'ReadWrite' | 'ReadOnly';

/** The storage location of a backup, as far as it is known. @public */
export interface LocationReference {
  name: string;
  provider?: string;
  bucket?: string;
  prefix?: string;
  accessMode?: AccessMode;
  /** Opaque; equal for the locations, of any cluster, that keep their objects in one place. */
  place?: string;
}

/** Names one backup in the fleet. @public */
export interface BackupKey {
  cluster: string;
  veleroNamespace: string;
  name: string;
}

/** Which cluster made a backup. @public */
export type BackupOrigin = 'this-cluster' | 'other-cluster' | 'unknown';

/** One backup as lists show it. Times are ISO 8601 in UTC. @public */
export interface BackupSummary extends BackupKey {
  /** As Velero says it; empty while Velero has not seen it. */
  phase: string;
  lifecycle: Lifecycle;
  outcome?: Outcome;
  /** When Velero began; absent for a backup that never did. */
  startedAt?: string;
  completedAt?: string;
  /** When the object was made in this cluster; later than `startedAt` for a backup that was made elsewhere. */
  createdAt?: string;
  expiresAt?: string;
  itemsDone?: number;
  itemsTotal?: number;
  /** Place in Velero's queue, from 1, while it waits. */
  queuePosition?: number;
  warnings?: number;
  errors?: number;
  schedule?: string;
  location?: LocationReference;
  origin: BackupOrigin;
  /** The cluster that made it, when that is another one and known. */
  originCluster?: string;
  /** Those of the reader's namespaces that it contains. */
  namespaces: string[];
  /** True when it also contains, or may contain, namespaces of others. */
  shared: boolean;
}

/** One backup with all that may be shown of it. @public */
export interface BackupDetails extends BackupSummary, RunTallies {
  uid?: string;
  /** Velero's messages for a backup that ended `FailedValidation`. */
  validationErrors: string[];
  failureReason?: string;
  /** Go duration, as `720h0m0s`. */
  ttl?: string;
  /**
   * The spec as it is in the cluster, without commands of hooks. Of a shared backup only the keys and the namespaces
   * that concern the reader are given.
   */
  spec: Record<string, unknown>;
  labels: Record<string, string>;
  /** Those of Velero itself. */
  annotations: Record<string, string>;
  /** Of the files in the store, as `1.1.0`. */
  formatVersion?: string;
  freshness: ClusterFreshness;
}

/** One restore as lists show it. Times are ISO 8601 in UTC. @public */
export interface RestoreSummary extends BackupKey {
  /** As Velero says it; empty while Velero has not seen it. */
  phase: string;
  lifecycle: Lifecycle;
  outcome?: Outcome;
  /** Name of the backup that is restored, in the same Velero. */
  backup?: string;
  schedule?: string;
  startedAt?: string;
  completedAt?: string;
  createdAt?: string;
  itemsDone?: number;
  itemsTotal?: number;
  warnings?: number;
  errors?: number;
  /** What happens to objects that exist: `none` or `update`. */
  existingResourcePolicy?: string;
  /** Whether volumes come back; absent where Velero decides by itself. */
  restorePVs?: boolean;
  /** What concerns the reader's namespaces; the side that is somebody else's is left out. */
  namespaces: Array<{ source?: string; target?: string }>;
  /** True when it also touches, or may touch, namespaces of others. */
  shared: boolean;
  failureReason?: string;
  validationErrors: string[];
}

/** One restore with all that may be shown of it. @public */
export interface RestoreDetails extends RestoreSummary, RunTallies {
  uid?: string;
  /** Name of the storage location of the restored backup. */
  location?: string;
  /**
   * The spec as it is in the cluster, without commands of hooks. Of a shared restore only the keys that say nothing of
   * others are given.
   */
  spec: Record<string, unknown>;
  labels: Record<string, string>;
  freshness: ClusterFreshness;
}

/** Filters of the list of an entity's restores; each narrows the answer. @public */
export interface RestoreQuery {
  cluster?: string;
  phase?: string;
  /** Name of the restored backup. */
  backup?: string;
  /** 1 to 200. */
  limit?: number;
  /** From `pageInfo.nextCursor` of the answer to the same query. */
  cursor?: string;
}

/** @public */
export interface ScheduleSummary {
  cluster: string;
  veleroNamespace: string;
  name: string;
  /** `New`, `Enabled` or `FailedValidation`; empty while Velero has not seen it. */
  phase: string;
  /** Cron expression as Velero reads it. */
  cron: string;
  paused: boolean;
  lastBackupAt?: string;
  /** Go duration that backups of this schedule are kept. */
  ttl?: string;
  location?: LocationReference;
  validationErrors: string[];
  namespaces: string[];
  shared: boolean;
}

/** @public */
export interface LocationSummary extends LocationReference {
  cluster: string;
  veleroNamespace: string;
  default: boolean;
  /** `Available` or `Unavailable`; empty while Velero has not validated it. */
  phase: string;
  /** Velero's message for a location that is not available. */
  message?: string;
  /** A key of `storageServices`; absent for a store that is not known, as one on premises. */
  service?: StorageServiceId;
  lastValidatedAt?: string;
  lastSyncedAt?: string;
}

/** What every answer about an entity carries beside its items. @public */
export interface EntityResponse<TItem> {
  items: TItem[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
  /** Freshness of each cluster that the answer draws on. */
  clusters: ClusterFreshness[];
  namespaces: ClaimedNamespace[];
}

/** Filters of the list of an entity's backups; each narrows the answer. @public */
export interface BackupFilter {
  cluster?: string;
  /** The whole name. */
  name?: string;
  /** As Velero says it. */
  phase?: string;
  schedule?: string;
  location?: string;
  /** Only those that wait or run. */
  unfinished?: true;
}

/** @public */
export interface BackupQuery extends BackupFilter {
  /** 1 to 200. */
  limit?: number;
  /** From `pageInfo.nextCursor` of the answer to the same query. */
  cursor?: string;
}
