import { ClusterError } from '../../clusters/ClusterError';
import { isOfKind } from './isOfKind';

/** Whether a cluster may well do a moment later what it did not do now. */
export function isPassing(error: unknown): error is ClusterError {
  return isOfKind(
    error,
    ...(['changed', 'malformed', 'too-many-requests', 'unreachable'] as const),
  );
}
