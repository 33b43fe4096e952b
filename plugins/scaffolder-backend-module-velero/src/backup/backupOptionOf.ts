import { InputError } from '@backstage/errors';
import { BackupRequest } from 'backstage-plugin-velero-common';
import { VeleroService } from 'backstage-plugin-velero-node';
import { asUser, TaskContext } from '../lib/TaskContext';
import { tell } from '../lib/telling';

/**
 * Checks, without making anything, whether a backup can be made as wanted.
 *
 * @throws InputError that says what cannot be chosen
 */
export async function backupOptionOf(
  ctx: TaskContext,
  options: {
    velero: VeleroService;
    entityRef: string;
    request: BackupRequest;
  },
): Promise<{ veleroNamespace: string; storageLocation: string }> {
  const { velero, entityRef, request } = options;
  const { items } = await velero.getBackupOptions(
    entityRef,
    await asUser(ctx, ctx.signal),
  );
  const option = items.find(
    ({ cluster, veleroNamespace }) =>
      cluster === request.cluster &&
      [undefined, veleroNamespace].includes(request.veleroNamespace),
  );
  if (!option) {
    throw new InputError(
      `No backup of ${entityRef} can be made in cluster '${request.cluster}'`,
    );
  }
  for (const wanted of request.namespaces) {
    const known = option.namespaces.find(
      ({ namespace }) => namespace === wanted,
    );
    if (!known || known.problem) {
      const problem = known?.problem ?? 'the entity does not claim it';
      throw new InputError(`Namespace '${wanted}': ${problem}`);
    }
  }
  const name = request.storageLocation ?? option.storageLocation;
  const location = option.locations.find(known => known.name === name);
  if (!name || !location || location.problem) {
    throw new InputError(
      `Storage location '${name ?? ''}': ${
        location?.problem ?? 'there is none of that name'
      }`,
    );
  }
  tell(ctx, `A backup would go to storage location ${name}`);
  return { veleroNamespace: option.veleroNamespace, storageLocation: name };
}
