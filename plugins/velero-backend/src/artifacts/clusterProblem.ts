import { ClusterError } from '../clusters/ClusterError';
import { ArtifactError } from './ArtifactError';

/** Says what a failed request to a cluster means for whoever wants a file, and what to do. */
export function toClusterProblem(
  error: ClusterError,
  cluster: string,
): ArtifactError {
  const { kind, message } = error;
  switch (kind) {
    case 'forbidden':
      return new ArtifactError(
        'right-missing',
        `${message} of cluster '${cluster}'. An administrator of the cluster grants it with the bundle deploy/rbac/logs`,
      );
    case 'not-found':
    case 'not-served':
      return new ArtifactError(
        'kind-missing',
        `${message} ('${cluster}'), so Velero cannot be asked for files there. Look whether Velero's CRDs and its namespace are whole`,
      );
    case 'unreachable':
    case 'too-many-requests':
      return new ArtifactError(
        'cluster-unreachable',
        `Cluster '${cluster}' has to be asked for this, and cannot be now: ${message}. Try again later`,
      );
    default:
      return new ArtifactError(
        'cluster-refuses',
        `Cluster '${cluster}' has to be asked for this: ${message}`,
      );
  }
}
