import { meaningOfPhase, readRestore } from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';
import { StoredRestoreRequest } from '../../store/RestoreRequestStore';

/** What the cluster has under the name of a request's Restore. */
export interface DrillRestore {
  /** When it was made, as the cluster tells it. */
  createdAt?: string;
  isFinished: boolean;
}

/** Reads the Restore of a request; one that somebody else made under its name is none. Rejects with a `ClusterError`. */
export async function findRestore(
  connection: ClusterConnection,
  request: StoredRestoreRequest,
  signal: AbortSignal,
): Promise<DrillRestore | undefined> {
  try {
    const object = await connection.get({
      resource: 'restores',
      namespace: request.binding.veleroNamespace,
      name: request.restore,
      signal,
    });
    const { createdAt, phase } = readRestore(object);
    return object.metadata.uid === request.restoreUid
      ? {
          ...(createdAt && { createdAt }),
          isFinished: meaningOfPhase(phase).lifecycle === 'finished',
        }
      : undefined;
  } catch (error) {
    if (error instanceof ClusterError && error.kind === 'not-found') {
      return undefined;
    }
    throw error;
  }
}
