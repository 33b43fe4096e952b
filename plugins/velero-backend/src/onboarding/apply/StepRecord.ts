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
  /** When Velero had checked the location before, for one that is changed. */
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
