import { noNamespace, ownNamespace } from './__testUtils__/restoreExample';
import {
  comesFromElsewhere,
  destinationKindOf,
  destinationRuleOf,
} from './destinationOf';
import { defaultRestorePolicy } from './policy/defaultRestorePolicy';
import { SnapshotPair } from './RestoreSnapshot';

/** Of `shop`, from some clusters, to a namespace in prod-eu. */
const pair = (
  target: string,
  clusters: string[],
  isThere = true,
): SnapshotPair => ({
  source: 'shop',
  target: (isThere ? ownNamespace : noNamespace)('prod-eu', target),
  origins: clusters.map(cluster => ownNamespace(cluster, 'shop')),
});

describe('the destination of a pair', () => {
  it.each([
    [
      'a new namespace',
      pair('shop', ['prod-eu'], false),
      'newNamespace',
      false,
    ],
    ['the same namespace', pair('shop', ['prod-eu']), 'sameNamespace', false],
    [
      'the same namespace, as far as is known',
      pair('shop', ['prod-us', 'prod-eu']),
      'sameNamespace',
      true,
    ],
    [
      'the one of that name in another cluster',
      pair('shop', ['prod-us']),
      'otherNamespace',
      true,
    ],
    ['another namespace', pair('bank', ['prod-eu']), 'otherNamespace', false],
  ])('may be %s', (_name, place, kind, isFromElsewhere) => {
    expect(destinationKindOf(place)).toBe(kind);
    expect(comesFromElsewhere(place)).toBe(isFromElsewhere);
  });

  it.each([
    ['shop-restore-1', true],
    ['shop-copy', true],
    ['shop', false],
    ['bank-restore-1', false],
  ])(
    'is allowed by any of the names that a policy has: %s, %s',
    (name, expected) => {
      const newNamespace = {
        names: ['{namespace}-restore-*', '{namespace}-copy'],
        approvals: [],
      };
      const rule = destinationRuleOf(
        { ...defaultRestorePolicy, destinations: { newNamespace } },
        pair(name, ['prod-eu'], false),
      );
      expect(rule).toBe(expected ? newNamespace : undefined);
    },
  );
});
