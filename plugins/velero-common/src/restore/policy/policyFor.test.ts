import { ownNamespace, restoreExample } from '../__testUtils__/restoreExample';
import { defaultRestorePolicy } from './defaultRestorePolicy';
import { policyFor } from './policyFor';
import { PolicyMatch } from './RestorePolicy';

function decides(
  match: PolicyMatch,
  change = (_: ReturnType<typeof restoreExample>['snapshot']) => {},
) {
  const { snapshot } = restoreExample();
  change(snapshot);
  const policy = { ...defaultRestorePolicy, match };
  return policyFor([policy], snapshot).policy === policy;
}

describe('policyFor', () => {
  it.each<[PolicyMatch, boolean]>([
    [{}, true],
    [{ clusters: ['prod-*'] }, true],
    [{ clusters: ['test-*', 'prod-eu'] }, true],
    [{ clusters: ['prod'] }, false],
    [{ clusters: [] }, false],
    [{ namespaces: ['shop'] }, true],
    [{ namespaces: ['shop-restore-?'] }, true],
    [{ namespaces: ['bank'] }, false],
    [{ owners: ['group:default/*'] }, true],
    [{ owners: ['user:default/*'] }, false],
    [{ clusters: ['prod-*'], owners: ['user:default/*'] }, false],
    [{ clusters: ['test-*'], owners: ['group:default/*'] }, false],
    [{ annotations: { 'velero.io/environment': 'production' } }, false],
  ])('holds %j against the example', (match, expected) => {
    expect(decides(match)).toBe(expected);
  });

  it.each([
    ['source', 0],
    ['target', 1],
  ])('looks at annotations of the %s', (_name, which) => {
    const match = { annotations: { 'velero.io/environment': 'prod*' } };
    expect(
      decides(match, ({ pairs: [{ origins, target }] }) => {
        [origins[0], target][which].annotations = {
          'velero.io/environment': 'production',
        };
      }),
    ).toBe(true);
  });

  it('is on the safe side where annotations are not known', () => {
    const match = { annotations: { 'velero.io/environment': 'production' } };
    expect(
      decides(match, ({ pairs: [{ origins }] }) => {
        delete origins[0].annotations;
      }),
    ).toBe(true);
  });

  it('needs all annotations', () => {
    const match = { annotations: { one: '*', other: '*' } };
    expect(
      decides(match, ({ pairs: [{ target }] }) => {
        target.annotations = { one: '1' };
      }),
    ).toBe(false);
  });

  it('reads no annotation that objects have anyway', () => {
    expect(decides({ annotations: { constructor: '*' } })).toBe(false);
  });

  it('takes the first of several', () => {
    const { snapshot } = restoreExample();
    const [none, first, second] = [
      { ...defaultRestorePolicy, id: 'none', match: { clusters: ['x'] } },
      { ...defaultRestorePolicy, id: 'first' },
      { ...defaultRestorePolicy, id: 'second' },
    ];
    expect(policyFor([none, first, second], snapshot)).toEqual({
      policy: first,
    });
  });

  it.each<[PolicyMatch, boolean]>([
    [{}, true],
    [{ clusters: ['prod-*'] }, true],
    [{ clusters: ['test-*'] }, false],
    [{ namespaces: ['*'] }, false],
    [{ owners: ['*'] }, false],
    [{ annotations: {} }, false],
  ])(
    'lets %j decide on a whole backup of nobody knows what: %s',
    (match, expected) => {
      expect(
        decides(match, snapshot => {
          snapshot.pairs = [];
        }),
      ).toBe(expected);
    },
  );

  it.each<[string, PolicyMatch, string[]]>([
    ['one of its namespaces', { namespaces: ['shop'] }, ['strict', 'default']],
    ['all of them', { namespaces: ['*'] }, []],
    ['none of them', { namespaces: ['bank'] }, []],
    [
      'what one is marked with',
      { annotations: { tier: '1' } },
      ['strict', 'default'],
    ],
    ['whose they are', { owners: ['group:default/shop'] }, []],
  ])(
    'does not pass over a policy for a whole backup that is for %s',
    (_name, match, among) => {
      const { snapshot } = restoreExample();
      snapshot.pairs = [];
      snapshot.whole = [
        {
          ...ownNamespace('prod-eu', 'shop'),
          annotations: { tier: '1' },
        },
        ownNamespace('prod-eu', 'docs'),
      ];
      const strict = { ...defaultRestorePolicy, id: 'strict', match };
      const found = policyFor([strict, defaultRestorePolicy], snapshot);
      expect(found.policy ? [] : found.among).toEqual(among);
    },
  );
});
