import {
  namedNamespaces,
  namespaceSelectionOf,
  selectsNamespace,
  selectsOthersThan,
} from './namespaceSelection';

describe('selectsNamespace', () => {
  it.each<[string[], string[], string, boolean]>([
    [[], [], 'payments', true],
    [['*'], [], 'payments', true],
    [['payments'], [], 'payments', true],
    [['payments'], [], 'payments-db', false],
    [['payments', 'shop'], [], 'shop', true],
    [['payments-*'], [], 'payments-db', true],
    [['payments-*'], [], 'payments', false],
    [['pay?ents'], [], 'payments', true],
    [['team-[ab]'], [], 'team-a', true],
    [['team-[ab]'], [], 'team-c', false],
    [['team-[!ab]'], [], 'team-c', true],
    [['team-[ab'], [], 'team-a', false],
    [['a.b'], [], 'axb', false],
    [[], ['payments'], 'payments', false],
    [['*'], ['pay*'], 'payments', false],
    [['*'], ['pay*'], 'shop', true],
    [['payments'], ['payments'], 'payments', false],
    [[], ['*'], 'payments', false],
  ])('%j without %j: %s → %s', (includes, excludes, namespace, expected) => {
    expect(selectsNamespace({ includes, excludes }, namespace)).toBe(expected);
  });
});

describe('selectsOthersThan', () => {
  it.each<[string[], string[], string[], boolean]>([
    [['payments'], [], ['payments'], false],
    [['payments', 'shop'], [], ['payments'], true],
    [['payments', 'shop'], ['shop'], ['payments'], false],
    [['payments-*'], [], ['payments-db'], true],
    [[], [], ['payments'], true],
    [['*'], ['shop'], ['payments'], true],
  ])('%j without %j beside %j → %s', (includes, excludes, own, expected) => {
    expect(selectsOthersThan({ includes, excludes }, own)).toBe(expected);
  });
});

describe('namedNamespaces', () => {
  it('knows the names only when each is spelled out', () => {
    expect(namedNamespaces({ includes: ['a', 'b'], excludes: ['b'] })).toEqual([
      'a',
    ]);
    expect(namedNamespaces({ includes: ['a*'], excludes: [] })).toBeUndefined();
  });
});

describe('namespaceSelectionOf', () => {
  it.each([
    [undefined, [], []],
    [null, [], []],
    ['text', [], []],
    [{ includedNamespaces: 'payments' }, [], []],
    [{ includedNamespaces: ['a', 1, null, 'b'] }, ['a', 'b'], []],
    [{ excludedNamespaces: ['x'] }, [], ['x']],
  ])('reads %j', (spec, includes, excludes) => {
    expect(namespaceSelectionOf(spec)).toEqual({ includes, excludes });
  });
});
