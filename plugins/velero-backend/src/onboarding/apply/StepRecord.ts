/** How far a step is. `left` is what could not be undone. */
export type StepState =
  | 'waiting'
  | 'running'
  | 'done'
  | 'unchanged'
  | 'failed'
  | 'undone'
  | 'left';

/** What the portal manages of an object. */
export interface ObjectContent {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  spec: Record<string, unknown>;
}

/** One step in a cluster, as it is kept. Nothing in it is secret. */
export interface StepRecord {
  id: string;
  title: string;
  state: StepState;
  message?: string;
  /** When the state was reached, as ISO 8601. */
  at?: string;
  /** What was there before the step wrote anything; null when there was nothing. Absent while it wrote nothing. */
  before?: ObjectContent | null;
  /** When Velero had checked the location before, for one that is changed. */
  checkedBefore?: string;
}

/**
 * What became of a cluster.
 *
 * - `applied`: it is as planned, and was not before
 * - `unchanged`: it was as planned already
 * - `undoing`: something went wrong, and what was made is taken back
 * - `undone`: it is as it was before
 * - `failed`: it is neither; the steps tell what is left
 */
export type ClusterOutcome =
  | 'waiting'
  | 'running'
  | 'applied'
  | 'unchanged'
  | 'undoing'
  | 'undone'
  | 'failed';

/** What was done in one cluster, as it is kept. */
export interface ClusterRecord {
  cluster: string;
  state: ClusterOutcome;
  /** Why it is not as planned, with what to do. */
  message?: string;
  steps: StepRecord[];
}

/** What an operation has done, as it is kept. */
export interface OperationProgress {
  clusters: ClusterRecord[];
}
