import { canonicalJson } from './canonicalJson';

describe('canonicalJson', () => {
  it.each([
    [
      'keys',
      { b: 1, a: { d: [2, 1], c: null } },
      '{"a":{"c":null,"d":[2,1]},"b":1}',
    ],
    ['what is absent', { a: undefined, b: 0 }, '{"b":0}'],
    ['no object', 'text', '"text"'],
    ['nothing', null, 'null'],
    ['a list', [{ b: 1, a: 2 }, 'x'], '[{"a":2,"b":1},"x"]'],
  ])('writes %s', (_name, value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });
});
