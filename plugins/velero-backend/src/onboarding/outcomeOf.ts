import { OperationState } from '../store/OperationStore';
import { OperationProgress } from './apply/StepRecord';

/** How an operation has ended, by what became of its clusters. One that was never prepared has none, and has failed. */
export function outcomeOf(
  { clusters }: OperationProgress,
  cancelled: boolean,
): OperationState {
  const isDone =
    clusters.length > 0 &&
    clusters.every(
      ({ state, steps }) =>
        (state === 'applied' || state === 'unchanged') &&
        steps.every(step => step.state !== 'failed'),
    );
  if (isDone) {
    return 'succeeded';
  }
  return cancelled && clusters.every(({ state }) => state !== 'failed')
    ? 'cancelled'
    : 'failed';
}
