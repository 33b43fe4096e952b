import { ClusterConnection } from '../../clusters/ClusterConnection';
import { StepRecord } from './StepRecord';

/** What a step works with. */
export interface StepContext {
  connection: ClusterConnection;
  record: StepRecord;
  /** Keeps a change of the record before the step goes on. */
  note(change: Partial<StepRecord>): Promise<void>;
  /** True once somebody wants the operation to stop; only steps that wait look at it. */
  isCancelled(): boolean;
  /** Ends waiting when the portal stops. */
  signal: AbortSignal;
}

export interface StepResult {
  state: 'done' | 'unchanged';
  /** Of what was made. */
  uid?: string;
  /** When Velero had checked a location when it was changed. */
  checkedBefore?: string;
  message?: string;
}

/** What became of taking a step back; `left` says what stays, with how to remove it. */
export interface UndoResult {
  left?: string;
}

/** One thing to do in a cluster. Doing it again after a crash, whenever that was, leads to the same. */
export interface Step {
  id: string;
  title: string;
  /** True for a step whose failure leaves the rest as it is. */
  closing?: boolean;
  /** @throws StepError when it cannot be done */
  run(context: StepContext): Promise<StepResult>;
  /** Makes what the record tells of undone. */
  undo(context: StepContext): Promise<UndoResult>;
}

/** Why a step failed, in words for the user, with what to do. */
export class StepError extends Error {
  name = 'StepError' as const;
}

/** Somebody wants the operation to stop. */
export class CancelledError extends Error {
  name = 'CancelledError' as const;

  constructor() {
    super('It was cancelled');
  }
}
