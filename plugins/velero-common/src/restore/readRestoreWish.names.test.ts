import {
  problemsOfWish as problemsOf,
  WISH,
} from './__testUtils__/readableWish';

describe('the names in a wish', () => {
  const LONG = 'a'.repeat(63);

  const inNames: Record<string, (name: string) => object> = {
    source: name => ({ namespaces: [{ source: name, target: 'x' }] }),
    target: name => ({ namespaces: [{ source: 'x', target: name }] }),
    'namespace of Velero': name => ({
      backup: { ...WISH.backup, veleroNamespace: name },
    }),
    backup: name => ({ backup: { ...WISH.backup, name } }),
    modifier: name => ({ modifier: name }),
    kind: name => ({ kinds: [name] }),
    label: name => ({ labels: { [name]: 'x' } }),
    'value of a label': name => ({ labels: { x: name } }),
  };

  const OF_NAMESPACE = [
    ['a', '0', 'a-b', '0-1', LONG],
    ['-a', 'a-', `${LONG}a`, 'a_b', 'A', 'a.b', 'a\n', ' a'],
  ];
  const OF_OBJECT = [
    ['a', '0', 'a.b-c', 'a'.repeat(253)],
    ['.a', 'a.', '-a', 'a-', 'a/b', 'A', 'a b', 'a'.repeat(254)],
  ];

  it.each<[string, string[][]]>([
    ['source', OF_NAMESPACE],
    ['target', OF_NAMESPACE],
    ['namespace of Velero', OF_NAMESPACE],
    ['backup', OF_OBJECT],
    ['modifier', OF_OBJECT],
    [
      'kind',
      [
        ['a', 'pods', 'a1', 'deployments.apps', 'a.b-c.d', 'a.0'],
        [
          '1a',
          'a.',
          'a.-b',
          'a.b-',
          'a.b.',
          'a..b',
          'a-b',
          'Pods',
          '.a',
          'a b',
        ],
      ],
    ],
    [
      'label',
      [
        [
          'a',
          'A',
          '0',
          'a_b.c-D',
          LONG,
          'a/b',
          'a.b-c/D_e',
          `${'a'.repeat(253)}/b`,
        ],
        [
          '',
          '/a',
          'a/',
          'a..b/c',
          'a/b/c',
          '-a',
          'a-',
          `${LONG}a`,
          'A/b',
          '-a/b',
          'a-/b',
          `${'a'.repeat(254)}/b`,
          'a b',
        ],
      ],
    ],
    [
      'value of a label',
      [
        ['', 'a', 'A', '0', 'a_b.c-D', LONG],
        ['-a', 'a-', `${LONG}a`, 'a b', 'a/b', ' '],
      ],
    ],
  ])('knows the name of a %s', (what, [right, wrong]) => {
    const isTaken = (name: string) =>
      problemsOf({ ...WISH, ...inNames[what](name) }).length === 0;
    expect(right.filter(name => !isTaken(name))).toEqual([]);
    expect(wrong.filter(isTaken)).toEqual([]);
  });
});
