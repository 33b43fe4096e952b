/**
 * Where a request stands.
 *
 * - `pending`: somebody has to decide
 * - `approved`: it starts as soon as it may
 * - `submitting`: Velero is being asked; whether it has got it is not certain yet
 * - `running`: Velero has it
 * - `succeeded`, `partially-failed`, `failed`: how the restore ended
 * - `rejected`, `cancelled`, `expired`: nothing was restored
 * - `stale`: nothing was restored, since something is not as it was when it was approved
 * - `unknown`: nobody can tell whether Velero was asked, or what came of it; a person has to look, and to close it
 *
 * @public
 */
export type RestoreState =
  | 'pending'
  | 'approved'
  | 'submitting'
  | 'running'
  | 'succeeded'
  | 'partially-failed'
  | 'failed'
  | 'rejected'
  | 'cancelled'
  | 'expired'
  | 'stale'
  | 'unknown';

/** What may follow upon a state; nothing follows upon those that have ended. */
const NEXT: Record<RestoreState, readonly RestoreState[]> = {
  pending: ['approved', 'rejected', 'cancelled', 'expired', 'stale'],
  approved: ['submitting', 'cancelled', 'expired', 'stale'],
  submitting: [
    'running',
    'succeeded',
    'partially-failed',
    'failed',
    'stale',
    'expired',
    'unknown',
  ],
  running: ['succeeded', 'partially-failed', 'failed', 'unknown'],
  unknown: ['running', 'succeeded', 'partially-failed', 'failed', 'expired'],
  succeeded: [],
  'partially-failed': [],
  failed: [],
  rejected: [],
  cancelled: [],
  expired: [],
  stale: [],
};

/** All states, in the order in which a request passes through them. @public */
export const restoreStates = Object.keys(NEXT) as readonly RestoreState[];

/** True when a request may go from one state to the other. @public */
export function mayFollow(from: RestoreState, to: RestoreState): boolean {
  return NEXT[from].includes(to);
}

/** True when nothing will happen any more. @public */
export function hasEnded(state: RestoreState): boolean {
  return NEXT[state].length === 0;
}
