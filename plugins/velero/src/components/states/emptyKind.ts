import { ClusterFreshness, ClusterState } from 'backstage-plugin-velero-common';
import { Tone } from '../ui/StatusLabel';

/** Why a list shows no rows. Only `empty` says that there are none. */
export type EmptyKind =
  | 'empty'
  | 'filteredEmpty'
  | 'pastTheEnd'
  | 'noCluster'
  | 'notInstalled'
  | 'syncing'
  | 'forbidden'
  | 'unreachable'
  | 'partialEmpty';

const tones: Record<EmptyKind, Tone> = {
  empty: 'neutral',
  filteredEmpty: 'neutral',
  pastTheEnd: 'neutral',
  noCluster: 'warning',
  notInstalled: 'warning',
  syncing: 'running',
  forbidden: 'error',
  unreachable: 'error',
  partialEmpty: 'warning',
};

export function toneOfEmpty(kind: EmptyKind): Tone {
  return tones[kind];
}

interface EmptyList {
  clusters: ClusterFreshness[];
  /** True when filters narrow the list. */
  filtered?: boolean;
  cursor?: string;
}

/** Tells apart "there is nothing" and the many ways in which nothing can be known. */
export function emptyKind(list: EmptyList): EmptyKind {
  const states = list.clusters.map(cluster => cluster.state);
  if (list.cursor) {
    return 'pastTheEnd';
  }
  if (states.length === 0) {
    return 'noCluster';
  }
  if (states.includes('live')) {
    return emptyKindOfLive(states, list.filtered ?? false);
  }
  return emptyKindOfDead(states);
}

function emptyKindOfLive(states: ClusterState[], filtered: boolean): EmptyKind {
  if (filtered) {
    return 'filteredEmpty';
  }
  return states.every(answersFully) ? 'empty' : 'partialEmpty';
}

function emptyKindOfDead(states: ClusterState[]): EmptyKind {
  const asked = states.filter(state => state !== 'not-installed');
  if (asked.length === 0) {
    return 'notInstalled';
  }
  if (asked.includes('syncing')) {
    return 'syncing';
  }
  return asked.every(isRefusal) ? 'forbidden' : 'unreachable';
}

/** A cluster without Velero has no backups, and that is known for sure. */
function answersFully(state: ClusterState): boolean {
  return state === 'live' || state === 'not-installed';
}

function isRefusal(state: ClusterState): boolean {
  return state === 'forbidden' || state === 'unauthorized';
}
