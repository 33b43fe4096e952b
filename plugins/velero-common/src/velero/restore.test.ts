import {
  readRestore,
  restoredNamespacesOf,
  restoreSelectionOf,
} from './restore';

const everything = { includes: [], excludes: [] };
const only = (...includes: string[]) => ({ includes, excludes: [] });

describe('readRestore', () => {
  it('reads what Velero writes', () => {
    const restore = readRestore({
      metadata: { creationTimestamp: '2026-11-23T02:00:00Z' },
      spec: {
        backupName: 'daily-1',
        namespaceMapping: { a: 'b' },
        existingResourcePolicy: 'update',
        restorePVs: false,
      },
      status: {
        phase: 'PartiallyFailed',
        startTimestamp: '2026-11-23T02:00:01Z',
        progress: { itemsRestored: 3, totalItems: 5 },
        warnings: 1,
        errors: 2,
      },
    });
    expect(restore).toMatchObject({
      phase: 'PartiallyFailed',
      startedAt: '2026-11-23T02:00:01.000Z',
      backup: 'daily-1',
      itemsDone: 3,
      itemsTotal: 5,
      warnings: 1,
      errors: 2,
      namespaceMapping: { a: 'b' },
      existingResourcePolicy: 'update',
      restorePVs: false,
    });
  });

  it.each([
    null,
    {},
    { spec: 1, status: [] },
    { spec: { namespaceMapping: { a: 1 } } },
  ])('takes %j for a restore that Velero has not seen', object => {
    expect(readRestore(object)).toMatchObject({
      phase: '',
      namespaceMapping: {},
      validationErrors: [],
    });
  });
});

describe('restoredNamespacesOf', () => {
  it.each([
    // spec, backup, namespaces in question, expected pairs
    [{}, everything, ['a'], ['a>a']],
    [{ includedNamespaces: ['*'] }, only('shop'), ['payments'], []],
    [
      { includedNamespaces: ['*'] },
      only('payments'),
      ['payments'],
      ['payments>payments'],
    ],
    [{ includedNamespaces: ['a'] }, everything, ['b'], []],
    [{ excludedNamespaces: ['a'] }, everything, ['a'], []],
    [{ namespaceMapping: { a: 'b' } }, only('a'), ['a'], ['a>b']],
    [{ namespaceMapping: { a: 'b' } }, only('a'), ['b'], ['a>b']],
    [{ namespaceMapping: { a: 'b' } }, only('x'), ['b'], []],
    [{ namespaceMapping: { a: 'b' } }, only('a', 'b'), ['b'], ['b>b', 'a>b']],
    [
      { includedNamespaces: ['c'], namespaceMapping: { a: 'b' } },
      only('a', 'c'),
      ['b'],
      [],
    ],
    [
      { excludedNamespaces: ['pay*'], namespaceMapping: { a: 'payments' } },
      everything,
      ['payments'],
      ['a>payments'],
    ],
    [
      { includedNamespaces: ['pay*'] },
      everything,
      ['payments'],
      ['payments>payments'],
    ],
    [
      { namespaceMapping: { constructor: 'b' } },
      everything,
      ['toString'],
      ['toString>toString'],
    ],
  ])(
    '%j of a backup of %j touches of %j: %j',
    (spec, backup, namespaces, pairs) => {
      const restore = restoreSelectionOf(spec);
      const restored = restoredNamespacesOf({
        restore,
        backup,
        sources: namespaces,
        targets: namespaces,
      });
      expect(
        restored.map(({ source, target }) => `${source}>${target}`),
      ).toEqual(pairs);
    },
  );

  it.each([
    // mapping, sources, targets, expected pairs
    [{}, [], ['a'], ['a>a']],
    [{}, ['a'], [], ['a>a']],
    [{ a: 'b' }, [], ['a'], []],
    [{ a: 'b' }, [], ['b'], ['b>b', 'a>b']],
    [{ a: 'b' }, ['a'], [], ['a>b']],
    [{ a: 'b' }, ['b'], [], ['b>b']],
  ])(
    'with the mapping %j tells what is read of %j and written to %j: %j',
    (mapping, sources, targets, pairs) => {
      const restored = restoredNamespacesOf({
        restore: { ...everything, mapping },
        backup: only('a', 'b'),
        sources,
        targets,
      });
      expect(
        restored.map(({ source, target }) => `${source}>${target}`),
      ).toEqual(pairs);
    },
  );
});
