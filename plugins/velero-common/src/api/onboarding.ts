import { PlanWarning, Refusal } from '../onboarding/Finding';
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
  kind: 'Secret' | 'BackupStorageLocation' | 'Schedule';
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

/** What an owner can have backed up in one cluster. @public */
export interface TenantNamespaces extends ClusterFreshness {
  /** Those that are proven to be the owner's, by name. */
  namespaces: string[];
  /** How many others there are; their names concern nobody. */
  others: number;
}

/** @public */
export interface TenantNamespacesResponse {
  items: TenantNamespaces[];
}
