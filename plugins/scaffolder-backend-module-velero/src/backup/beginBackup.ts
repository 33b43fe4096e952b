import { CreatedBackup } from 'backstage-plugin-velero-common';
import { randomUUID } from 'node:crypto';
import { beginOnce } from '../lib/beginOnce';
import { checkpointKey } from '../lib/checkpointKey';
import { statusOf } from '../lib/explain';
import { sendUntilAnswered } from '../lib/sendUntilAnswered';
import { asUser, TaskContext } from '../lib/TaskContext';
import { telling } from '../lib/telling';
import { WantedBackup } from './WantedBackup';
import { willDo } from './willDo';

/** A backup that a task has asked for, as its checkpoint keeps it. */
export type BegunBackup = {
  cluster: string;
  veleroNamespace: string;
  name: string;
  storageLocation: string;
};

/** Has the backup made, or goes on with the one that an earlier run of the task had made. */
export function beginBackup(
  ctx: TaskContext,
  wanted: WantedBackup,
): Promise<BegunBackup> {
  const { entityRef, request } = wanted;
  const key = checkpointKey('backup', { entityRef, request });
  let attempt = '';
  return beginOnce<BegunBackup>(ctx, {
    key,
    begin: async () => {
      // In a checkpoint of its own: when the answer to the request is lost, the next run asks for the same backup.
      const requestId = await ctx.checkpoint({
        key: `${key}-request${attempt}`,
        fn: async () => randomUUID() as string,
      });
      return telling(ctx, () => create(ctx, wanted, requestId));
    },
    nameOf: ({ name }) => name,
    cameToNothing: async begun => {
      attempt = `-after-${begun.name}`;
      return hasFailed(ctx, wanted, begun);
    },
  });
}

async function create(
  ctx: TaskContext,
  { velero, entityRef, request }: WantedBackup,
  requestId: string,
): Promise<BegunBackup> {
  const wanted = { ...request, requestId };
  return sendUntilAnswered(ctx, async () =>
    keptOf(await velero.createBackup(entityRef, wanted, await asUser(ctx))),
  );
}

function keptOf(created: CreatedBackup): BegunBackup {
  const { cluster, veleroNamespace, name, storageLocation } = created;
  return { cluster, veleroNamespace, name, storageLocation };
}

async function hasFailed(
  ctx: TaskContext,
  { velero, acceptPartiallyFailed }: WantedBackup,
  { cluster, veleroNamespace, name }: BegunBackup,
): Promise<boolean> {
  try {
    const backup = await velero.getBackup(
      { cluster, veleroNamespace, name },
      await asUser(ctx, ctx.signal),
    );
    return (
      backup.lifecycle === 'finished' && !willDo(backup, acceptPartiallyFailed)
    );
  } catch (error) {
    if (statusOf(error) === 404) {
      // Not collected yet, or gone; either way waiting for it tells.
      return false;
    }
    throw error;
  }
}
