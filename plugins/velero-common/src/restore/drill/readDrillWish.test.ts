import { readRestoreWish } from '../readRestoreWish';

const WISH = {
  backup: { cluster: 'prod-eu', veleroNamespace: 'velero', name: 'nightly' },
  namespaces: [{ source: 'shop', target: 'shop-restore-1' }],
  reason: 'The prices are gone',
};

const problemsOf = (input: unknown) =>
  readRestoreWish(input).refusals.map(
    ({ code, field, message }) => `${code} ${field}: ${message}`,
  );

describe('readRestoreWish of drills', () => {
  it('reads a wish for a drill, which names no targets', () => {
    const namespaces = [{ source: 'shop' }];
    expect(readRestoreWish({ ...WISH, namespaces, drill: true }).wish).toEqual({
      ...WISH,
      namespaces: [{ source: 'shop', target: '' }],
      drill: true,
      volumes: 'restore',
      existing: 'none',
    });
  });

  it('takes what is said to be no drill for none', () => {
    expect(readRestoreWish({ ...WISH, drill: false }).wish).toEqual({
      ...WISH,
      volumes: 'restore',
      existing: 'none',
    });
  });

  it.each<[string, object, string[]]>([
    [
      'a target',
      { drill: true },
      [
        'not-allowed namespaces[0].target: namespaces[0].target is given, and a drill names its namespaces itself',
      ],
    ],
    [
      'a whole backup',
      { drill: true, namespaces: undefined, wholeBackup: 'nightly' },
      [
        'not-allowed wholeBackup: A whole backup cannot be tried out: it would go where everything is already',
      ],
    ],
    [
      'no flag',
      { drill: 'yes' },
      ['wrong-type drill: drill is not true or false'],
    ],
  ])('refuses a drill with %s', (_name, changes, problems) => {
    expect([...new Set(problemsOf({ ...WISH, ...changes }))]).toEqual(problems);
  });
});
