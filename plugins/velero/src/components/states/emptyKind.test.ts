import { ClusterState } from 'backstage-plugin-velero-common';
import { cluster } from '../../__testUtils__/fixtures';
import { EmptyKind, emptyKind } from './emptyKind';

function clusters(...states: ClusterState[]) {
  return states.map((state, index) => cluster({ name: `c${index}`, state }));
}

describe('emptyKind', () => {
  it.each<[ClusterState[], EmptyKind]>([
    [[], 'noCluster'],
    [['live'], 'empty'],
    [['live', 'live'], 'empty'],
    [['live', 'not-installed'], 'empty'],
    [['live', 'stale'], 'partialEmpty'],
    [['live', 'syncing'], 'partialEmpty'],
    [['live', 'forbidden'], 'partialEmpty'],
    [['not-installed', 'not-installed'], 'notInstalled'],
    [['syncing', 'not-installed'], 'syncing'],
    [['syncing', 'unreachable'], 'syncing'],
    [['forbidden', 'unauthorized'], 'forbidden'],
    [['forbidden', 'not-installed'], 'forbidden'],
    [['unreachable'], 'unreachable'],
    [['stale'], 'unreachable'],
    [['unreachable', 'forbidden'], 'unreachable'],
  ])('of clusters that are %p is %s', (states, expected) => {
    expect(emptyKind({ clusters: clusters(...states) })).toBe(expected);
  });

  it('blames the filters only when there is a live cluster to filter', () => {
    const filtered = true;

    expect(emptyKind({ clusters: clusters('live', 'stale'), filtered })).toBe(
      'filteredEmpty',
    );
    expect(emptyKind({ clusters: clusters('stale'), filtered })).toBe(
      'unreachable',
    );
  });

  it('says of a later page only that nothing is left on it', () => {
    expect(emptyKind({ clusters: clusters('live'), cursor: 'c' })).toBe(
      'pastTheEnd',
    );
  });
});
