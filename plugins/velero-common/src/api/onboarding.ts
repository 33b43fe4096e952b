import { PlanWarning, Refusal } from '../input/Finding';
import {
  CredentialReference,
  ManifestFile,
} from '../onboarding/manifests/ManifestOptions';
import { TenantPlan } from '../onboarding/TenantPlan';
import { TenantRequest } from '../onboarding/TenantRequest';
import { ClusterFreshness } from './types';

/**
 * What applying a plan would do to one object.
 *
 * - `create`: it is not there
 * - `change`: it is there, and differs
 * - `unchanged`: it is there as planned
 * - `remove`: an earlier plan made it, and this one does not have it
 *
 * @public
 */
export type PlannedChangeKind = 'create' | 'change' | 'unchanged' | 'remove';

/** One field that would become another. @public */
export interface PlannedFieldChange {
  /** As `spec.schedule`. */
  path: string;
  /** JSON; absent when there was nothing. */
  before?: string;
  /** JSON; absent when nothing is left. */
  after?: string;
}

/** @public */
export interface PlannedChange {
  cluster: string;
  kind: 'Secret' | 'BackupStorageLocation' | 'Schedule' | 'Backup';
  /** A backup that is to be made begins with it. */
  name: string;
  change: PlannedChangeKind;
  /** Of a change. */
  fields?: PlannedFieldChange[];
}

/** Asks what onboarding a tenant would do. @public */
export interface TenantPlanQuery {
  request: TenantRequest;
  /** How manifests refer to credentials; `existing-secret` by default. */
  credential?: CredentialReference;
}

/** What onboarding a tenant would do, or all that stands in its way. @public */
export interface TenantPlanResponse {
  /** Absent when anything is refused. */
  plan?: TenantPlan;
  refusals: Refusal[];
  warnings: PlanWarning[];
  /** By what was collected last. */
  changes: PlannedChange[];
  /** The same as files for a pull request; empty when anything is refused. */
  manifests: ManifestFile[];
  /** Names the changes of what is there: applying them has to name it, too. */
  digest?: string;
}

/** Has a tenant onboarded. @public */
export interface TenantOnboarding {
  request: TenantRequest;
  /** Values of given credentials, by their names and the fields of the provider. They are written to Secrets and nowhere else. */
  credentials?: Record<string, Record<string, string>>;
  /** `digest` of the plan that was looked at; needed where anything that is there changes. */
  accepted?: string;
}

/** What offboarding would pause in one cluster. @public */
export interface OffboardingCluster {
  cluster: string;
  schedules: Array<{
    veleroNamespace: string;
    name: string;
    /** When the last of its backups expires, as ISO 8601; absent when none is known. */
    lastExpires?: string;
    /** True where the backups of the cluster have not been read, or not lately, and none is known. */
    backupsUnknown?: boolean;
  }>;
  /** Why the cluster does not tell what it has; nothing would be paused there. */
  problem?: string;
}

/** What offboarding a tenant would pause. @public */
export interface OffboardingPlan {
  tenant: string;
  /** Reference of whom the tenant belongs to. */
  owner: string;
  clusters: OffboardingCluster[];
}

/** Whether an operation runs, or how it ended. @public */
export type OperationState = 'running' | 'succeeded' | 'failed' | 'cancelled';

/**
 * How far a step is. `left` is what could not be taken back.
 *
 * @public
 */
export type OperationStepState =
  | 'waiting'
  | 'running'
  | 'done'
  | 'unchanged'
  | 'failed'
  | 'undone'
  | 'left';

/** @public */
export interface OperationStep {
  title: string;
  state: OperationStepState;
  message?: string;
  /** ISO 8601 in UTC. */
  at?: string;
}

/**
 * What became of a cluster.
 *
 * - `applied`: it is as planned, and was not before
 * - `unchanged`: it was as planned already
 * - `undoing`: something went wrong, and what was made is taken back
 * - `undone`: it is as it was before
 * - `failed`: it is neither; the steps tell what is left
 *
 * @public
 */
export type OperationClusterState =
  | 'waiting'
  | 'running'
  | 'applied'
  | 'unchanged'
  | 'undoing'
  | 'undone'
  | 'failed';

/** @public */
export interface OperationCluster {
  cluster: string;
  state: OperationClusterState;
  /** Why it is not as planned, with what to do. */
  message?: string;
  /** In the order in which they are taken. */
  steps: OperationStep[];
}

/** Something that takes longer than a request. @public */
export interface Operation {
  id: string;
  kind: 'onboard' | 'offboard';
  tenant: string;
  /** Reference of whom the tenant belongs to. */
  owner: string;
  /** Reference of the user who asked for it. */
  requestedBy: string;
  state: OperationState;
  /** ISO 8601 in UTC. */
  createdAt: string;
  updatedAt: string;
  clusters: OperationCluster[];
}

/**
 * Why a namespace cannot be chosen.
 *
 * - `not-allowed`: it is proven to be the owner's, and who asks lacks the permission to onboard it
 * - `not-member`: an entity of the owner claims it, and who asks is not of that owner; whether it is proven is not told
 * - `not-proven`: an entity of the owner claims it, or an administrator asks, and the cluster does not confirm it
 * - `other-owner`: it is proven to be of somebody else, who asks or, for an administrator, anybody
 *
 * @public
 */
export type UnavailableNamespaceReason =
  | 'not-allowed'
  | 'not-member'
  | 'not-proven'
  | 'other-owner';

/** A namespace whose name may be told, but that cannot be chosen. @public */
export interface UnavailableNamespace {
  namespace: string;
  reason: UnavailableNamespaceReason;
  /** The reason in words, with what to do. */
  message: string;
  /** References of whose it is proven to be, as far as that may be told; with `other-owner`. */
  owners?: string[];
  /** The line that an administrator of the cluster runs; with `not-proven`. */
  howToProve?: string;
}

/** What an owner can have backed up in one cluster. @public */
export interface TenantNamespaces extends ClusterFreshness {
  /** Those that are proven to be the owner's, by name. */
  namespaces: string[];
  /** Those that cannot be chosen although their names concern who asks; 100 at most. */
  unavailable: UnavailableNamespace[];
  /** True when there are more of them than are given. */
  isCut: boolean;
  /**
   * How many there are besides; their names concern others. What is only claimed is counted among them if it is there,
   * as nobody is to learn by a claim what there is.
   */
  others: number;
}

/** @public */
export interface TenantNamespacesResponse {
  items: TenantNamespaces[];
}
