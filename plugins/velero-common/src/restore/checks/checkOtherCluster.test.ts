import { ownNamespace, RestoreExample } from '../__testUtils__/restoreExample';
import { findingsOn } from '../__testUtils__/verdictOn';

const elsewhere = ({ snapshot }: RestoreExample) => {
  snapshot.pairs[0].origins = [ownNamespace('prod-us', 'shop')];
};

describe('checkOtherCluster', () => {
  it.each<[string, (example: RestoreExample) => void, string[]]>([
    ['this cluster', () => {}, []],
    [
      'another cluster',
      elsewhere,
      [
        "warn: The backup was made by another cluster than 'prod-eu': storage classes, host names and node labels may differ",
      ],
    ],
    [
      'one of several clusters',
      ({ snapshot }) => {
        snapshot.pairs[0].origins.push(ownNamespace('prod-us', 'shop'));
      },
      [
        "warn: The backup was made by another cluster than 'prod-eu': storage classes, host names and node labels may differ",
      ],
    ],
    [
      'another cluster, where the policy names different ones',
      example => {
        elsewhere(example);
        example.policies[0].destinations.otherClusters!.clusters = ['test-*'];
      },
      [
        "stop: The policy does not let you restore in cluster 'prod-eu' what another cluster has backed up → Restore it in the cluster that made the backup",
      ],
    ],
    [
      'another cluster, where the policy names none',
      example => {
        elsewhere(example);
        delete example.policies[0].destinations.otherClusters;
      },
      [
        "stop: The policy does not let you restore in cluster 'prod-eu' what another cluster has backed up → Restore it in the cluster that made the backup",
      ],
    ],
    [
      'another cluster, of what is not proven to be the requester’s',
      example => {
        elsewhere(example);
        example.snapshot.pairs[0].origins[0].proven = false;
      },
      [],
    ],
  ])('judges a backup of %s', (_name, change, expected) => {
    expect(findingsOn(change, 'other-cluster')).toEqual(expected);
  });
});
