import { ok, RestoreCheck, stop } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';

/** The cluster can be asked, and it is known which one it is. */
export function checkCluster({ snapshot }: RestoreCase): RestoreCheck[] {
  const { name, state, reason, identity } = snapshot.cluster;
  if (state !== 'live') {
    return [
      stop(
        'cluster',
        `Cluster '${name}' is not live for the portal (${state})${
          reason ? `: ${reason}` : ''
        }`,
        'Try again when it is',
      ),
    ];
  }
  if (identity === undefined) {
    return [
      stop(
        'cluster',
        `It is not known which cluster answers as '${name}'`,
        'Have the portal be allowed to get the namespace kube-system there',
      ),
    ];
  }
  return [ok('cluster', `Cluster '${name}' answers`)];
}
