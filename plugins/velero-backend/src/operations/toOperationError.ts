import { ClusterError } from '../clusters/ClusterError';
import { OperationError } from './OperationError';

/** Says what a failed request to a cluster means for whoever wants something done, and what to do. Nothing was done. */
export function toOperationError(
  error: unknown,
  options: {
    cluster: string;
    bundle: 'read-only' | 'backup' | 'operate' | 'onboard';
    /** That nothing was done, in words. */
    nothing: string;
  },
): unknown {
  if (!(error instanceof ClusterError)) {
    return error;
  }
  const { cluster, bundle, nothing } = options;
  const { kind, message } = error;
  switch (kind) {
    case 'forbidden':
      return new OperationError(
        'right-missing',
        `${message} of cluster '${cluster}'. An administrator of the cluster grants it with the bundle deploy/rbac/${bundle}`,
      );
    case 'not-found':
    case 'not-served':
      return new OperationError(
        'kind-missing',
        `${message} ('${cluster}'). Look whether Velero's CRDs and its namespace are whole`,
      );
    case 'unreachable':
    case 'too-many-requests':
      return new OperationError(
        'cluster-unreachable',
        `${nothing}: cluster '${cluster}' cannot be asked now: ${message}. Try again later`,
      );
    default:
      return new OperationError(
        'cluster-refuses',
        `${nothing}: cluster '${cluster}' refuses it: ${message}`,
      );
  }
}
