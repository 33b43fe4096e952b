import {
  OperationCluster,
  OperationStep,
} from 'backstage-plugin-velero-common';

/** What the portal manages of an object. */
export interface ObjectContent {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  spec: Record<string, unknown>;
}

/** One step in a cluster, as it is kept. Nothing in it is secret. */
export interface StepRecord extends OperationStep {
  id: string;
  /** What was there before the step wrote anything; null when there was nothing. Absent while it wrote nothing. */
  before?: ObjectContent | null;
  /** The uid of what the step is known to have made. */
  uid?: string;
  /** When Velero had checked a location when it was changed; absent when it had not. */
  checkedBefore?: string;
}

/** What was done in one cluster, as it is kept. */
export interface ClusterRecord extends OperationCluster {
  steps: StepRecord[];
}

/** What an operation has done, as it is kept. */
export interface OperationProgress {
  clusters: ClusterRecord[];
}
