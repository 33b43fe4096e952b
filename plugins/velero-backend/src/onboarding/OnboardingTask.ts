import { TenantPlan } from 'backstage-plugin-velero-common';

/** What onboarding does in one cluster beside the plan. */
export interface ClusterTask {
  cluster: string;
  /** Velero's. */
  namespace: string;
  /** The Secrets of the plan, with what tells their content from another. */
  secrets: Array<{ name: string; digest: string }>;
  /** Secrets of the plan that hold the same credential already. */
  knownSecrets: string[];
  /** Secrets that nothing uses once the plan is applied. */
  oldSecrets: string[];
}

/** What an operation of the kind `onboard` has to do, as it is kept. Nothing in it is secret. */
export interface OnboardingTask {
  /** Full reference of whom the tenant belongs to. */
  owner: string;
  plan: TenantPlan;
  clusters: ClusterTask[];
  /** Whether objects that somebody else made are changed. */
  takeOver: boolean;
}

/** A schedule that is paused. */
export interface PausedSchedule {
  namespace: string;
  name: string;
  /** When the last of its backups expires, as ISO 8601; absent when none is known. */
  lastExpires?: string;
  /** True where none is known since those of the cluster could not be read, or not lately. */
  backupsUnknown?: boolean;
}

/** What offboarding does in one cluster. */
export interface OffboardingClusterTask {
  cluster: string;
  schedules: PausedSchedule[];
  /** Why the cluster does not tell what it has; then nothing is done there. */
  problem?: string;
}

/** What an operation of the kind `offboard` has to do, as it is kept. */
export interface OffboardingTask {
  owner: string;
  clusters: OffboardingClusterTask[];
}
