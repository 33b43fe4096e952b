import { ClusterState } from 'backstage-plugin-velero-common';
import { ClusterErrorKind } from '../clusters/ClusterError';
import { ClusterStatus } from '../store/ClusterStore';
import { WatchState } from '../watch/ListWatchSink';

/** What is known of the list-watches of one cluster. */
export interface CollectingState {
  /** State of each list-watch; `undefined` for one that has not reported yet. */
  watches: Array<WatchState | undefined>;
  /** When all of them last were in step, in milliseconds since the epoch. */
  syncedAt?: number;
}

const failedStates: Partial<Record<ClusterErrorKind, ClusterState>> = {
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  'not-found': 'not-installed',
  'not-served': 'not-installed',
};

/** Judges a cluster by its list-watches: the worst of them decides. */
export function clusterStateOf(collecting: CollectingState): ClusterStatus {
  const { watches, syncedAt } = collecting;
  const failure = watches.find(watch => watch?.state === 'failing');
  if (failure?.state === 'failing') {
    const state =
      failedStates[failure.kind] ??
      (syncedAt === undefined ? 'unreachable' : 'stale');
    return { state, syncedAt, reason: failure.reason };
  }
  const times = watches.map(watch =>
    watch?.state === 'watching' ? watch.at : undefined,
  );
  if (times.some(time => time === undefined)) {
    return { state: 'syncing', syncedAt };
  }
  return { state: 'live', syncedAt: Math.min(...(times as number[])) };
}
