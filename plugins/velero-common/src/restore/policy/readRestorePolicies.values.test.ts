import { defaultRestorePolicy } from './defaultRestorePolicy';
import { readRestorePolicies } from './readRestorePolicies';

describe('the values of a policy', () => {
  const usual = defaultRestorePolicy;

  it.each<[string, object, object]>([
    ['limits', { openPerUser: 9 }, { ...usual.limits, openPerUser: 9 }],
    [
      'limits',
      { perNamespaceAndDay: 9 },
      { ...usual.limits, perNamespaceAndDay: 9 },
    ],
    [
      'limits',
      { runningPerCluster: 9 },
      { ...usual.limits, runningPerCluster: 9 },
    ],
    [
      'kinds',
      { excluded: ['secrets'] },
      { ...usual.kinds, excluded: ['secrets'] },
    ],
    ['sources', {}, usual.sources],
    [
      'sources',
      { tenantStorage: 'trust' },
      { ...usual.sources, tenantStorage: 'trust' },
    ],
    [
      'sources',
      { tenantStorage: 'refuse' },
      { ...usual.sources, tenantStorage: 'refuse' },
    ],
    ['sources', { tenantStorage: 'strict' }, usual.sources],
    ['existing', {}, {}],
    ['match', {}, {}],
    [
      'match',
      { owners: ['Group:default/Payments', 'group:*', '*'] },
      { owners: ['group:default/payments', 'group:*', '*'] },
    ],
    ['destinations', {}, {}],
    [
      'destinations',
      { newNamespace: {} },
      { newNamespace: usual.destinations.newNamespace },
    ],
    [
      'destinations',
      { sameNamespace: {} },
      { sameNamespace: usual.destinations.sameNamespace },
    ],
    [
      'destinations',
      { otherNamespace: {} },
      { otherNamespace: usual.destinations.otherNamespace },
    ],
    [
      'destinations',
      { otherClusters: {} },
      { otherClusters: usual.destinations.otherClusters },
    ],
    [
      'destinations',
      { wholeBackup: {} },
      { wholeBackup: usual.destinations.wholeBackup },
    ],
    [
      'existing',
      { update: { approvals: [{ from: ['Group:default/DBA', 'owner'] }] } },
      {
        update: {
          approvals: [{ from: ['group:default/dba', 'owner'], count: 1 }],
        },
      },
    ],
  ])('reads of %s %j alone', (part, input, expected) => {
    const [policy] = readRestorePolicies([{ id: 'a', [part]: input }])
      .policies!;
    expect({ ...policy }[part as 'limits']).toEqual(expected);
  });

  it.each([
    ['1m', 1],
    ['24h', 1_440],
  ])('takes a window of %s', (window, minutes) => {
    expect(
      readRestorePolicies([{ id: 'a', window }]).policies?.[0].window,
    ).toBe(minutes * 60_000);
  });

  it.each([
    ['5m', 5],
    ['720h', 43_200],
  ])('takes an expiry of %s', (expiry, minutes) => {
    expect(
      readRestorePolicies([{ id: 'a', expiry }]).policies?.[0].expiry,
    ).toBe(minutes * 60_000);
  });
});
