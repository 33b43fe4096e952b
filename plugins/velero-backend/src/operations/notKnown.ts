import { BackupKey } from 'backstage-plugin-velero-common';
import { OperationError } from './OperationError';

/** The one answer after which nobody may believe that nothing was made. */
export function notKnown(backup: BackupKey): OperationError {
  const { cluster, veleroNamespace, name } = backup;
  return new OperationError(
    'not-known',
    `Cluster '${cluster}' did not say whether it took backup '${name}'. It appears among the restore points if it did; send the same request again, or look with: kubectl --context ${cluster} --namespace ${veleroNamespace} get backups.velero.io ${name}`,
    { backup: { cluster, veleroNamespace, name } },
  );
}
