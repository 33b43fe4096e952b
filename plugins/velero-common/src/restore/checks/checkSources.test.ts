import {
  noNamespace,
  ownNamespace,
  RestoreExample,
} from '../__testUtils__/restoreExample';
import { findingsOn } from '../__testUtils__/verdictOn';

const UNPROVEN =
  "stop: Namespace 'shop' in the backup is not proven to be yours → It is yours where each cluster that may have made the backup marks 'shop' as owned by you. Wait a minute when the backup, or its storage location, is new; have an administrator of the cluster set the mark. Where the namespace is not there any more, have it made anew with that mark, and an administrator of the portal ask for the restore";

const UNMARKED =
  "stop: Namespace 'shop' of cluster 'prod-us' is not marked as anybody's → Have an administrator of the cluster mark it as owned by somebody. Where it is not there any more, have it made anew with that mark";

/** Somebody who knows all clusters. */
const forAdministrator =
  (change: (example: RestoreExample) => void) => (example: RestoreExample) => {
    change(example);
    example.snapshot.requester.administrator = true;
  };

const unmarkedElsewhere = ({ snapshot }: RestoreExample) => {
  snapshot.pairs[0].origins.push({
    ...ownNamespace('prod-us', 'shop'),
    proven: false,
  });
};

const ofUnknown = ({ snapshot }: RestoreExample) => {
  snapshot.pairs[0].origins = [];
};

const fromOutside = ({ snapshot }: RestoreExample) => {
  Object.assign(snapshot.pairs[0], { origins: [], fromOutside: true });
};

const ANOTHERS = 'what is in it may be of whoever had the name before';

const ASK =
  '→ Have an administrator of the portal ask for it, who knows whose it was, for it or for the whole backup; or choose a newer restore point';

const madeAt =
  (createdAt: string | undefined) =>
  ({ snapshot }: RestoreExample) => {
    snapshot.pairs[0].origins[0].createdAt = createdAt;
  };

describe('checkSources', () => {
  it.each<[string, (example: RestoreExample) => void, string]>([
    ['proven', () => {}, "ok: Namespace 'shop' is proven to be yours"],
    [
      'of somebody else',
      ({ snapshot }) => {
        snapshot.pairs[0].origins[0].proven = false;
      },
      UNPROVEN,
    ],
    [
      'of somebody else in one of the clusters that may have written it',
      unmarkedElsewhere,
      UNPROVEN,
    ],
    [
      'of somebody else in one of the clusters, for an administrator',
      forAdministrator(unmarkedElsewhere),
      UNMARKED,
    ],
    [
      'gone, so that nothing proves it any more',
      ({ snapshot }) => {
        snapshot.pairs[0].origins = [noNamespace('prod-eu', 'shop')];
      },
      UNPROVEN,
    ],
    ['of nobody knows which cluster', ofUnknown, UNPROVEN],
    [
      'of nobody knows which cluster, for an administrator',
      forAdministrator(ofUnknown),
      "stop: It is not known which cluster's namespace 'shop' is in the backup → Wait until the storage location of the backup has been read",
    ],
    ['of a cluster that the portal does not know', fromOutside, UNPROVEN],
    [
      'of a cluster that the portal does not know, for an administrator',
      forAdministrator(fromOutside),
      "stop: It is not known which cluster's namespace 'shop' is in the backup → No cluster of the portal writes to the storage location: have the one that did registered, or an administrator of the portal restore the whole backup",
    ],
    [
      'not in the backup',
      ({ snapshot }) => {
        snapshot.backup!.selection = { includes: ['*'], excludes: ['shop'] };
      },
      "stop: Backup 'nightly' was not made of namespace 'shop' → Choose a restore point that contains it",
    ],
    [
      'proven while the backup is gone',
      ({ snapshot }) => {
        snapshot.backup = undefined;
      },
      "ok: Namespace 'shop' is proven to be yours",
    ],
    [
      'made after the backup',
      madeAt('2026-11-29T02:00:01Z'),
      `stop: Namespace 'shop' of cluster 'prod-eu' was made after this backup: ${ANOTHERS} ${ASK}`,
    ],
    [
      'made when the backup began',
      madeAt('2026-11-29T02:00:00Z'),
      "ok: Namespace 'shop' is proven to be yours",
    ],
    [
      'made nobody knows when',
      madeAt(undefined),
      `stop: It is not known whether namespace 'shop' of cluster 'prod-eu' was there before this backup: ${ANOTHERS} ${ASK}`,
    ],
    [
      'in a backup that began nobody knows when',
      ({ snapshot }) => {
        delete snapshot.backup!.startedAt;
      },
      `stop: It is not known whether namespace 'shop' of cluster 'prod-eu' was there before this backup: ${ANOTHERS} ${ASK}`,
    ],
    [
      'made after the backup in one of the clusters that may have written it',
      ({ snapshot }) => {
        snapshot.pairs[0].origins.push({
          ...ownNamespace('prod-us', 'shop'),
          createdAt: '2026-11-29T03:00:00Z',
        });
      },
      `stop: Namespace 'shop' of cluster 'prod-us' was made after this backup: ${ANOTHERS} ${ASK}`,
    ],
    [
      'made after the backup, for an administrator',
      example => {
        madeAt('2026-11-29T02:00:01Z')(example);
        example.snapshot.requester.administrator = true;
      },
      `warn: Namespace 'shop' of cluster 'prod-eu' was made after this backup: ${ANOTHERS}`,
    ],
  ])('judges a source that is %s', (_name, change, expected) => {
    expect(findingsOn(change, 'source')).toEqual([expected]);
  });
});
