import { parseEntityRef } from '@backstage/catalog-model';
import { backupNameOf } from 'backstage-plugin-velero-common';
import { BackupOrder } from './backupObject';

/**
 * Names the backup of an order. The name follows from the request alone: calls of one request that find a name taken go on
 * to the same next one, whenever they do, and so make one backup.
 */
export function nameOfOrder(
  order: Pick<BackupOrder, 'entityRef' | 'cluster' | 'requestedAt' | 'attempt'>,
): string {
  const { entityRef, cluster, requestedAt, attempt } = order;
  return backupNameOf({
    entity: parseEntityRef(entityRef).name,
    cluster,
    time: new Date(requestedAt),
    attempt,
  });
}
