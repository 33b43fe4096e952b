import { RestoreExample } from '../__testUtils__/restoreExample';
import { findingsOn } from '../__testUtils__/verdictOn';

describe('checkCluster', () => {
  it.each<
    [string, (cluster: RestoreExample['snapshot']['cluster']) => void, string]
  >([
    ['live', () => {}, "ok: Cluster 'prod-eu' answers"],
    [
      'away',
      cluster =>
        Object.assign(cluster, { state: 'unreachable', reason: 'refused' }),
      "stop: Cluster 'prod-eu' is not live for the portal (unreachable): refused → Try again when it is",
    ],
    [
      'stale without a reason',
      cluster => Object.assign(cluster, { state: 'stale' }),
      "stop: Cluster 'prod-eu' is not live for the portal (stale) → Try again when it is",
    ],
    [
      'without identity',
      cluster => Object.assign(cluster, { identity: undefined }),
      "stop: It is not known which cluster answers as 'prod-eu' → Have the portal be allowed to get the namespace kube-system there",
    ],
  ])('judges a cluster that is %s', (_name, change, expected) => {
    expect(
      findingsOn(({ snapshot }) => change(snapshot.cluster), 'cluster'),
    ).toEqual([expected]);
  });
});
