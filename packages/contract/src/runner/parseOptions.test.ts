import { parseOptions } from './parseOptions';

describe('parseOptions', () => {
  it('runs all cases on the sandbox unless told otherwise', () => {
    expect(parseOptions([])).toMatchObject({
      target: 'sandbox',
      only: [],
      parallel: 24,
      record: false,
      again: false,
    });
  });

  it('reads what is asked for', () => {
    const args = '--target real --only watches --only lists/pages --parallel 2';
    expect(
      parseOptions([
        ...args.split(' '),
        '--output',
        'r.json',
        '--record',
        '--again',
      ]),
    ).toEqual({
      target: 'real',
      only: ['watches', 'lists/pages'],
      parallel: 2,
      output: 'r.json',
      record: true,
      again: true,
    });
  });

  it.each([
    ['an unknown target', ['--target', 'moon'], /no target 'moon'/],
    ['no number of cases', ['--parallel', 'many'], /'many' is no number/],
    ['no cases at a time', ['--parallel', '0'], /'0' is no number/],
    ['part of a case', ['--parallel', '1.5'], /'1.5' is no number/],
    ['an unknown option', ['--fast'], /Unknown option '--fast'/],
    ['a name without an option', ['watches'], /Unexpected argument 'watches'/],
    ['a record of what is simulated', ['--record'], /recorded/],
  ])('refuses %s and says how it is used', (_what, args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
    expect(() => parseOptions(args)).toThrow('Usage: contract');
  });
});
