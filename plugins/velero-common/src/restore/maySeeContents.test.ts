import {
  noNamespace,
  ownNamespace,
  RestoreExample,
} from './__testUtils__/restoreExample';
import { verdictOn } from './__testUtils__/verdictOn';
import { SnapshotPair } from './RestoreSnapshot';

type Change = (example: RestoreExample) => void;

function pairOf(name: string, proven: boolean): SnapshotPair {
  return {
    source: name,
    target: noNamespace('prod-eu', `${name}-restore-1`),
    origins: [{ ...ownNamespace('prod-eu', name), proven }],
  };
}

describe('maySeeContents', () => {
  it.each<[string, Change]>([
    [
      'not all of it is proven to be theirs',
      ({ snapshot }) => {
        snapshot.pairs[0].origins[0].proven = false;
      },
    ],
    [
      'one of two namespaces is proven to be theirs',
      ({ snapshot }) => {
        snapshot.pairs.push(pairOf('bank', false));
      },
    ],
    [
      'it may come from a cluster where it is of somebody else',
      ({ snapshot }) => {
        snapshot.pairs[0].origins.push({
          ...ownNamespace('prod-us', 'shop'),
          proven: false,
        });
      },
    ],
    [
      'it is not known whose it is',
      ({ snapshot }) => {
        snapshot.pairs[0].origins = [];
      },
    ],
    [
      'the name was somebody else’s when it was made',
      ({ snapshot }) => {
        snapshot.pairs[0].origins[0].createdAt = '2026-11-29T11:00:00Z';
      },
    ],
    [
      'all of it is for administrators',
      ({ snapshot, wish }) => {
        snapshot.pairs = [];
        wish.wholeBackup = 'nightly';
      },
    ],
  ])('tells nothing of what is in a backup where %s', (_name, change) => {
    const { allow, checks, kinds } = verdictOn(change);
    expect(allow).toBe(false);
    expect(kinds).toEqual([]);
    const proofs = [
      ...['policy', 'cluster', 'source', 'target', 'other-cluster'],
      'whole-backup',
    ];
    expect(checks.filter(({ id }) => !proofs.includes(id))).toEqual([]);
  });

  it('lets administrators see what a name that was used again may stand for', () => {
    const { allow, kinds } = verdictOn(({ snapshot }) => {
      snapshot.pairs[0].origins[0].createdAt = '2026-11-29T11:00:00Z';
      snapshot.requester.administrator = true;
    });
    expect(allow).toBe(true);
    expect(kinds).not.toEqual([]);
  });
});
