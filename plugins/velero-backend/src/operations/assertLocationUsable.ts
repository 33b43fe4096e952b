import { readStorageLocation } from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { documentOf } from '../collect/documentOf';
import { locationProblem } from '../inventory/locationProblem';
import { BackupOrder } from './backupObject';
import { OperationError } from './OperationError';
import { toOperationError } from './toOperationError';

/**
 * Looks in the cluster, as what is stored may be a moment old, whether Velero would take a backup to the location: it
 * decides once, when the backup's turn comes, and never tries again.
 */
export async function assertLocationUsable(options: {
  connection: ClusterConnection;
  order: Pick<BackupOrder, 'cluster' | 'veleroNamespace' | 'storageLocation'>;
  /** That nothing was done, in words. */
  nothing: string;
  signal: AbortSignal;
}): Promise<void> {
  const { order, nothing } = options;
  const { cluster, storageLocation: name } = order;
  const problem = locationProblem(await readLocation(options));
  if (problem) {
    throw new OperationError(
      'location-unusable',
      `${nothing}: storage location '${name}' of cluster '${cluster}' cannot be used. ${problem}`,
    );
  }
}

async function readLocation(
  options: Parameters<typeof assertLocationUsable>[0],
) {
  const { connection, order, nothing, signal } = options;
  const { cluster, veleroNamespace: namespace, storageLocation: name } = order;
  const resource = 'backupstoragelocations';
  try {
    const found = await connection.get({ resource, namespace, name, signal });
    return readStorageLocation(documentOf(resource, found));
  } catch (error) {
    if (error instanceof ClusterError && error.kind === 'not-found') {
      throw new OperationError(
        'location-missing',
        `${nothing}: there is no storage location '${name}' any more in namespace '${namespace}' of cluster '${cluster}'. Choose another one`,
      );
    }
    throw toOperationError(error, {
      cluster,
      bundle: 'read-only',
      nothing,
    });
  }
}
