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
  plan: TenantPlan;
  clusters: ClusterTask[];
  /** Whether objects that somebody else made are changed. */
  takeOver: boolean;
}
