import {
  ClusterFreshness,
  ClusterSummary,
} from 'backstage-plugin-velero-common';
import { RegisteredCluster } from '../clusters/ClusterRegistry';
import { StoredClusterStatus } from '../store/ClusterStore';

/** Tells how far what is stored of a cluster can be trusted. */
export function freshnessOf(
  cluster: RegisteredCluster,
  stored: StoredClusterStatus | undefined,
): ClusterFreshness {
  const { name, title } = cluster;
  if (!cluster.connection) {
    return { name, title, state: 'unreachable', reason: cluster.problem };
  }
  if (!stored) {
    return { name, title, state: 'syncing' };
  }
  // A status that nobody looks after would stay `live` for ever.
  const abandoned = stored.state === 'live' && !stored.attended;
  const syncedAt = isoTime(stored.syncedAt);
  const state = abandoned ? 'stale' : stored.state;
  return {
    name,
    title,
    state,
    syncedAt,
    staleSince: state === 'live' ? undefined : syncedAt,
    reason: abandoned
      ? 'No replica of the portal collects from this cluster at the moment'
      : joined(stored.reason, cluster.problem),
  };
}

export function summaryOf(
  cluster: RegisteredCluster,
  stored: StoredClusterStatus | undefined,
): ClusterSummary {
  return {
    ...freshnessOf(cluster, stored),
    veleroVersion: stored?.veleroVersion,
    veleroNamespaces: stored?.veleroNamespaces ?? [],
  };
}

function isoTime(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined
    ? undefined
    : new Date(milliseconds).toISOString();
}

function joined(...reasons: Array<string | undefined>): string | undefined {
  return reasons.filter(Boolean).join('; ') || undefined;
}
