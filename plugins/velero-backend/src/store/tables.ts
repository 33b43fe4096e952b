import {
  ClusterState,
  DrillCleanup,
  RestoreState,
} from 'backstage-plugin-velero-common';
import { RestoreEventType } from './RestoreRequestStore';

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
  created_at?: string | null;
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
  /** Whose it is by its marks, of locations and schedules that a portal made for a tenant; null for others. */
  tenant?: string | null;
  /** The mark of the tenant's owner. */
  tenant_owner?: string | null;
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

/** Whom the name of a tenant belongs to. */
export interface TenantNameRow {
  tenant: string;
  owner: string;
  /** The one that gave it to its owner; null when it stays whatever becomes of that. */
  operation?: string | null;
}

/** A Secret that the portal wrote and may not read. */
export interface CredentialRow {
  cluster: string;
  namespace: string;
  name: string;
  /** Tells whether another text is the same; null when nobody may know. */
  digest?: string | null;
}

/** A wish to have something restored, and what became of it. */
export interface RestoreRequestRow {
  id: string;
  version: number;
  state: RestoreState;
  user_ref: string;
  request_key: string;
  cluster: string;
  velero_namespace: string;
  backup: string;
  restore: string;
  restore_uid?: string | null;
  created_at: number | string;
  updated_at: number | string;
  due_at: number | string;
  not_before: number | string;
  holder?: string | null;
  held_until: number | string;
  wish: string;
  requester: string;
  binding: string;
  approvals: string;
  owners: string;
  outcome?: string | null;
  /** Of drills only, as are those below. */
  drill?: string | null;
  cleanup?: DrillCleanup | null;
  proven?: boolean | number | null;
  ended_at?: number | string | null;
}

/** A namespace that a request is about. */
export interface RestoreRequestNamespaceRow {
  request: string;
  cluster: string;
  namespace: string;
  is_target: boolean | number;
}

/** When drills are made of the namespaces of an entity. */
export interface DrillScheduleRow {
  id: string;
  version: number;
  entity_ref: string;
  cluster: string;
  namespaces: string;
  cron: string;
  requester: string;
  created_at: number | string;
  next_run?: number | string | null;
  last_request?: string | null;
  last_problem?: string | null;
  holder?: string | null;
  held_until: number | string;
}

/** Somebody who may decide on a request. */
export interface RestoreApproverRow {
  request: string;
  ref: string;
}

/** What happened to a request. */
export interface RestoreEventRow {
  seq: number | string;
  request: string;
  at: number | string;
  type: RestoreEventType;
  actor?: string | null;
  body: string;
  hash: string;
}

/** The end of the chain of events. */
export interface RestoreChainRow {
  id: number;
  seq: number | string;
  hash: string;
}

/** Up to where people were told of what happened. */
export interface NotificationMarkRow {
  name: string;
  seq: number | string;
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
    velero_drill_schedule: DrillScheduleRow;
    velero_notification_mark: NotificationMarkRow;
    velero_operation: OperationRow;
    velero_operation_lock: OperationLockRow;
    velero_restore_mapping: RestoreMappingRow;
    velero_restore_request: RestoreRequestRow;
    velero_restore_request_namespace: RestoreRequestNamespaceRow;
    velero_restore_approver: RestoreApproverRow;
    velero_restore_event: RestoreEventRow;
    velero_restore_chain: RestoreChainRow;
    velero_tenant_name: TenantNameRow;
  }
}
