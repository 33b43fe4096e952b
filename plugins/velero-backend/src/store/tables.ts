import { ClusterState } from 'backstage-plugin-velero-common';

/** Resources that are kept as rows of `velero_object`. */
export type StoredResource =
  | 'backups'
  | 'schedules'
  | 'restores'
  | 'backupstoragelocations';

/** Row of `velero_cluster`. Databases give bigint as text or number, so times are read with `Number`. */
export interface ClusterRow {
  name: string;
  state: ClusterState;
  synced_at?: number | string | null;
  reason?: string | null;
  velero_version?: string | null;
  /** Uid of the namespace `kube-system`, which no two clusters share. */
  identity?: string | null;
}

export interface LeaseRow {
  cluster: string;
  holder: string;
  epoch: number;
  expires_at: number | string;
}

export interface WatchPositionRow {
  cluster: string;
  resource: string;
  scope: string;
  resource_version: string;
}

export interface NamespaceRow {
  cluster: string;
  name: string;
  uid?: string | null;
  resource_version: string;
}

export interface NamespaceOwnerRow {
  cluster: string;
  namespace: string;
  owner: string;
}

export interface SelectionRow {
  id: number;
  cluster: string;
  digest: string;
  includes: string;
  excludes: string;
}

export interface ObjectRow {
  cluster: string;
  resource: StoredResource;
  namespace: string;
  name: string;
  uid?: string | null;
  resource_version: string;
  sort_time: number | string;
  phase: string;
  schedule?: string | null;
  location?: string | null;
  selection_id?: number | null;
  /** The backup that a restore is made from; of restores only. */
  parent?: string | null;
  /** Digest of the storage place, of storage locations only. */
  place?: string | null;
  /** When a backup began that ended `Completed` with items; null for others. */
  copied_at?: number | string | null;
  /** JSON of the duration that stops Velero's server; null for objects that do not. */
  stops?: string | null;
  /** True for backups that Velero has found in a store, as those of other clusters; null for others. */
  synced?: boolean | number | null;
  /** True for backups and restores that wait or run; null for others. */
  unfinished?: boolean | number | null;
  doc: string;
}

/** A namespace that a restore writes to under another name. */
export interface RestoreMappingRow {
  cluster: string;
  /** Where Velero runs. */
  namespace: string;
  restore: string;
  /** The namespace in the backup, and the one in the cluster. */
  source: string;
  target: string;
}

/** One of the backups that a user may ask for in an hour; the row is used again afterwards. */
export interface BackupSlotRow {
  user_ref: string;
  slot: number;
  /** 0 for a slot that was never taken, or given back. */
  taken_at: number | string;
  /** How many calls of the request have the slot and did not give it back. */
  holders: number;
  /** What the request called itself, and the backup that came of it; null when the slot was given back. */
  request_id?: string | null;
  backup?: string | null;
}

/** Something that takes longer than a request. */
export interface OperationRow {
  id: string;
  kind: string;
  subject: string;
  user_ref: string;
  state: 'running' | 'succeeded' | 'failed' | 'cancelled';
  cancelled?: boolean | number | null;
  created_at: number | string;
  updated_at: number | string;
  /** The replica that works on it; null when it has ended. */
  holder?: string | null;
  epoch: number;
  expires_at: number | string;
  task: string;
  progress: string;
}

/** What a running operation has for itself alone. */
export interface OperationLockRow {
  name: string;
  operation: string;
}

/** A Secret that the portal wrote and may not read. */
export interface CredentialRow {
  cluster: string;
  namespace: string;
  name: string;
  /** Tells whether another text is the same; null when nobody may know. */
  digest?: string | null;
}

declare module 'knex/types/tables' {
  interface Tables {
    velero_cluster: ClusterRow;
    velero_cluster_lease: LeaseRow;
    velero_watch_position: WatchPositionRow;
    velero_namespace: NamespaceRow;
    velero_namespace_owner: NamespaceOwnerRow;
    velero_selection: SelectionRow;
    velero_object: ObjectRow;
    velero_backup_slot: BackupSlotRow;
    velero_credential: CredentialRow;
    velero_operation: OperationRow;
    velero_operation_lock: OperationLockRow;
    velero_restore_mapping: RestoreMappingRow;
  }
}
