import { BusyTarget, RestoreWish } from 'backstage-plugin-velero-common';
import { Knex } from 'knex';
import { toRequest } from '../restoreRequestRow';
import { StoredRestoreRequest } from '../RestoreRequestStore';
import { RUNNING } from './runningRequests';

/**
 * Names those of some targets that another request has begun to restore to, and that Velero may work on still: what two
 * restores bring would mix, and be of whoever was first. A whole backup goes to all namespaces of its cluster.
 */
export async function findBusyTargets(
  knex: Knex,
  options: { cluster: string; targets: string[] | 'all'; without: string },
): Promise<BusyTarget[]> {
  const { cluster, targets, without } = options;
  if (targets.length === 0) {
    return [];
  }
  const rows = await knex('velero_restore_request')
    .where({ cluster })
    .whereIn('state', RUNNING)
    .whereNot({ id: without })
    .orderBy('created_at');
  return rows.map(toRequest).flatMap(other => meeting(targets, other));
}

/** Where a wish goes. */
export function targetsOf({
  wholeBackup,
  namespaces,
}: RestoreWish): string[] | 'all' {
  return wholeBackup === undefined
    ? namespaces.map(({ target }) => target)
    : 'all';
}

function meeting(
  targets: string[] | 'all',
  { id, state, wish }: StoredRestoreRequest,
): BusyTarget[] {
  const others = targetsOf(wish);
  const both =
    targets === 'all' || others === 'all'
      ? [others, targets].find(some => some !== 'all') ?? ['*']
      : targets.filter(target => others.includes(target));
  return [...both].map(namespace => ({
    namespace,
    request: id,
    isUnknown: state === 'unknown',
  }));
}
