import { ClusterState } from 'backstage-plugin-velero-common';
import { Tone } from '../ui/StatusLabel';

const tones: Record<ClusterState, Tone> = {
  live: 'ok',
  syncing: 'running',
  stale: 'warning',
  unreachable: 'error',
  unauthorized: 'error',
  forbidden: 'error',
  'not-installed': 'neutral',
};

export function toneOfCluster(state: ClusterState): Tone {
  return tones[state];
}
