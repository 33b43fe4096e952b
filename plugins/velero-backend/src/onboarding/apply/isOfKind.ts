import { ClusterError, ClusterErrorKind } from '../../clusters/ClusterError';

/** Whether a cluster did not answer as hoped, for one of the reasons. */
export function isOfKind(
  error: unknown,
  ...kinds: ClusterErrorKind[]
): error is ClusterError {
  return error instanceof ClusterError && kinds.includes(error.kind);
}
