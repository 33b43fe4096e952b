import { Knex } from 'knex';
import { hasEnded, restoreStates } from 'backstage-plugin-velero-common';
import { databaseNow } from '../databaseTime';
import { RestoreRequestStore, RestoreUsage } from '../RestoreRequestStore';
import { findBusyTargets } from './findBusyTargets';

const DAY = 24 * 60 * 60_000;

/** What nobody can tell the end of keeps nobody from asking. */
const OPEN = restoreStates.filter(
  state => !hasEnded(state) && state !== 'unknown',
);

/** States in which Velero works on a request, as far as is known. */
const BUSY = ['submitting', 'running'] as const;

/** Counts what somebody has asked for, and what is asked of namespaces and a cluster. */
export async function usageOfRequests(
  knex: Knex,
  question: Parameters<RestoreRequestStore['usage']>[0],
): Promise<RestoreUsage> {
  const { userRef, cluster, namespaces, targets, drills } = question;
  const { without = '' } = question;
  const [openOfUser, todayByNamespace, runningInCluster, busyTargets] =
    await Promise.all([
      countOpen(knex, userRef, without),
      countToday(knex, { cluster, namespaces, drills, without }),
      countRunning(knex, cluster, without),
      findBusyTargets(knex, { cluster, targets, without }),
    ]);
  return { openOfUser, todayByNamespace, runningInCluster, busyTargets };
}

export function countOpen(knex: Knex, userRef: string, without = '') {
  return count(
    knex('velero_restore_request')
      .where({ user_ref: userRef })
      .whereIn('state', OPEN)
      .whereNot({ id: without }),
  );
}

function countRunning(knex: Knex, cluster: string, without: string) {
  return count(
    knex('velero_restore_request')
      .where({ cluster })
      .whereIn('state', BUSY)
      .whereNot({ id: without }),
  );
}

/**
 * Requests that nothing came of do not count. Each drill goes somewhere else, so drills are counted by what they are made
 * of.
 */
export async function countToday(
  knex: Knex,
  options: {
    cluster: string;
    namespaces: string[];
    drills?: boolean;
    without?: string;
  },
): Promise<Record<string, number>> {
  const { cluster, namespaces, drills = false, without = '' } = options;
  const since = knex.raw('? - ?', [databaseNow(knex), DAY]);
  const rows: Array<{ namespace: string; number: number | string }> =
    await knex({ part: 'velero_restore_request_namespace' })
      .join({ request: 'velero_restore_request' }, 'request.id', 'part.request')
      .where({ 'request.cluster': cluster, 'part.is_target': !drills })
      .modify(query => {
        if (drills) {
          query.whereNotNull('request.cleanup');
        }
      })
      .whereIn('part.namespace', namespaces)
      .where('request.created_at', '>', since)
      .whereNotIn('request.state', [
        'rejected',
        'cancelled',
        'expired',
        'stale',
      ])
      .whereNot('request.id', without)
      .groupBy('part.namespace')
      .select({ namespace: 'part.namespace' })
      .countDistinct({ number: 'request.id' });
  return Object.fromEntries(
    rows.map(({ namespace, number }) => [namespace, Number(number)]),
  );
}

async function count(query: Knex.QueryBuilder): Promise<number> {
  const [{ number }] = await query.count({ number: '*' });
  return Number(number);
}
