import {
  problemsOfWish as problemsOf,
  WISH,
} from './__testUtils__/readableWish';
import { readRestoreWish } from './readRestoreWish';

describe('readRestoreWish', () => {
  it('fills in what is safe', () => {
    expect(readRestoreWish(WISH)).toEqual({
      wish: { ...WISH, volumes: 'restore', existing: 'none' },
      refusals: [],
    });
  });

  it('reads all that there is', () => {
    const input = {
      ...WISH,
      volumes: 'none',
      existing: 'update',
      kinds: ['secrets', 'configmaps', 'secrets', 'deployments.apps'],
      labels: { 'app.kubernetes.io/name': 'shop', tier: '' },
      modifier: 'smaller',
      reason: '  Two lines:\r\n<b>gone</b>  ',
      ticket: ' OPS-1 ',
    };
    expect(readRestoreWish(input).wish).toEqual({
      ...input,
      kinds: ['configmaps', 'deployments.apps', 'secrets'],
      reason: 'Two lines:\n<b>gone</b>',
      ticket: 'OPS-1',
    });
  });

  it('reads a wish for a whole backup', () => {
    const { namespaces, ...rest } = WISH;
    expect(
      readRestoreWish({ ...rest, wholeBackup: 'nightly' }).wish,
    ).toMatchObject({ wholeBackup: 'nightly', namespaces: [] });
  });

  it('reads a wish for a whole backup as it was read before', () => {
    const wish = { ...WISH, namespaces: [], wholeBackup: 'nightly' };
    const read = readRestoreWish(wish).wish;
    expect(read).toMatchObject(wish);
    expect(readRestoreWish(read).wish).toEqual(read);
  });

  it.each<[string, unknown, string[]]>([
    ['no object', 'restore', ['not-an-object : The request is no object']],
    [
      'nothing',
      {},
      [
        'missing backup: backup is missing',
        'missing namespaces: namespaces is missing',
        'missing reason: reason is missing',
      ],
    ],
    [
      'keys of Velero',
      { ...WISH, includedNamespaces: ['*'], hooks: {}, scheduleName: 'all' },
      [
        'unknown-key includedNamespaces: includedNamespaces is not known',
        'unknown-key hooks: hooks is not known',
        'unknown-key scheduleName: scheduleName is not known',
      ],
    ],
    [
      'an empty list',
      { ...WISH, namespaces: [] },
      ['missing namespaces: No namespace is named'],
    ],
    [
      'a star',
      { ...WISH, namespaces: [{ source: '*', target: '*' }] },
      [
        'not-allowed namespaces[0].source: namespaces[0].source is "*", which is no such name',
        'not-allowed namespaces[0].target: namespaces[0].target is "*", which is no such name',
      ],
    ],
    [
      'a slash',
      {
        ...WISH,
        backup: { ...WISH.backup, name: '../other' },
        namespaces: [{ source: 'shop', target: 'a/b' }],
      },
      [
        'not-allowed backup.name: backup.name is "../other", which is no such name',
        'not-allowed namespaces[0].target: namespaces[0].target is "a/b", which is no such name',
      ],
    ],
    [
      'half a pair',
      { ...WISH, namespaces: [{ source: 'shop', to: 'x' }] },
      [
        'missing namespaces[0].target: namespaces[0].target is missing',
        'unknown-key namespaces[0].to: namespaces[0].to is not known',
      ],
    ],
    [
      'too many pairs',
      { ...WISH, namespaces: Array(21).fill(WISH.namespaces[0]) },
      ['too-many namespaces: namespaces has 21 entries'],
    ],
    [
      'choices that there are not',
      { ...WISH, volumes: true, existing: 'overwrite' },
      [
        'wrong-type volumes: volumes is not a text',
        "not-allowed existing: existing is 'overwrite'",
      ],
    ],
    [
      'kinds that are none',
      { ...WISH, kinds: ['*', 'ConfigMap', 'deployments.apps/v1'] },
      [
        'not-allowed kinds[0]: kinds[0] is "*", which is no such name',
        'not-allowed kinds[1]: kinds[1] is "ConfigMap", which is no such name',
        'not-allowed kinds[2]: kinds[2] is "deployments.apps/v1", which is no such name',
      ],
    ],
    ['no kinds', { ...WISH, kinds: [] }, ['missing kinds: No kind is named']],
    [
      'labels that are none',
      { ...WISH, labels: { 'a b': 'x', app: 'a,b' } },
      [
        'not-allowed labels: labels is "a b", which is no such name',
        'not-allowed labels: labels is "a,b", which is no such name',
      ],
    ],
    [
      'too many labels',
      {
        ...WISH,
        labels: Object.fromEntries(
          Array.from({ length: 11 }, (_, i) => [`l${i}`, 'x']),
        ),
      },
      ['too-many labels: labels has 11 entries'],
    ],
    [
      'an empty reason',
      { ...WISH, reason: ' \n ' },
      ['missing reason: No reason is given'],
    ],
    [
      'a long reason',
      { ...WISH, reason: 'x'.repeat(2_001) },
      ['too-long reason: reason has 2001 characters'],
    ],
    [
      'a reason with a character that turns the text around',
      { ...WISH, reason: 'a\u202eb' },
      ['not-allowed reason: reason has characters that cannot be seen'],
    ],
    [
      'a reason with a character that a terminal obeys',
      { ...WISH, reason: 'a\u001b[31mb' },
      ['not-allowed reason: reason has characters that cannot be seen'],
    ],
    [
      'a reason with a line separator',
      { ...WISH, reason: 'a\u2028b' },
      ['not-allowed reason: reason has characters that cannot be seen'],
    ],
    [
      'a ticket of two lines',
      { ...WISH, ticket: 'a\nb' },
      ['not-allowed ticket: ticket has characters that cannot be seen'],
    ],
  ])('refuses %s', (_name, input, expected) => {
    expect(problemsOf(input)).toEqual(expected);
  });

  it.each<[string, object, string]>([
    [
      'names no namespace',
      { namespaces: [] },
      'Name at least one: an empty list would mean all of them to Velero',
    ],
    [
      'names no kind',
      { kinds: [] },
      'Leave the key out for all kinds that the policy lets you restore',
    ],
    ['gives no reason', { reason: ' ' }, 'Say why'],
    ['hides something', { reason: 'a\u2029b' }, 'Write it anew, as plain text'],
    [
      'has half a line break',
      { reason: 'a\rb' },
      'Write it anew, as plain text',
    ],
    [
      'has a pattern',
      { modifier: '*' },
      'Write the name itself, without patterns or slashes',
    ],
    [
      'has too many labels',
      {
        labels: Object.fromEntries(
          Array.from({ length: 11 }, (_, i) => [`l${i}`, 'x']),
        ),
      },
      'Give at most 10',
    ],
  ])('tells what to do where a wish %s', (_name, change, remedy) => {
    const { refusals } = readRestoreWish({ ...WISH, ...change });
    expect(refusals.map(refusal => refusal.remedy)).toEqual([remedy]);
  });

  it('shows the beginning of a long name', () => {
    expect(problemsOf({ ...WISH, modifier: `-${'a'.repeat(99)}` })).toEqual([
      `not-allowed modifier: modifier is "-${'a'.repeat(
        62,
      )}", which is no such name`,
    ]);
  });

  it('leaves out what is empty', () => {
    const { wish } = readRestoreWish({ ...WISH, labels: {}, ticket: ' ' });
    expect(wish).not.toHaveProperty('labels');
    expect(wish).not.toHaveProperty('ticket');
  });

  it('takes ten labels', () => {
    const labels = Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [`l${i}`, 'x']),
    );
    expect(problemsOf({ ...WISH, labels })).toEqual([]);
  });

  describe('without need of a reason', () => {
    const { reason, ...unexplained } = WISH;
    const read = (input: unknown) =>
      readRestoreWish(input, { needsReason: false });

    it('reads a wish that has none', () => {
      expect(read(unexplained)).toEqual({
        wish: {
          ...unexplained,
          volumes: 'restore',
          existing: 'none',
          reason: '',
        },
        refusals: [],
      });
    });

    it('reads the one that it has', () => {
      expect(read({ ...unexplained, reason: ' why ' }).wish?.reason).toBe(
        'why',
      );
    });

    it.each<[string, object, string]>([
      ['an empty reason', { reason: ' ' }, 'No reason is given'],
      ['a reason that is no text', { reason: 1 }, 'reason is not a text'],
      ['an unknown key', { spec: {} }, 'spec is not known'],
      ['no namespace', { namespaces: [] }, 'No namespace is named'],
    ])('refuses %s as ever', (_name, change, message) => {
      const { refusals } = read({ ...unexplained, ...change });
      expect(refusals.map(refusal => refusal.message)).toContain(message);
    });
  });

  it('takes a reason of the longest length', () => {
    expect(problemsOf({ ...WISH, reason: 'x'.repeat(2_000) })).toEqual([]);
  });
});
