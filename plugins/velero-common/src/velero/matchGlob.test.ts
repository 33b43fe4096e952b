import { matchGlob } from './matchGlob';

describe('matchGlob', () => {
  it.each([
    ['', '', true],
    ['*', '', true],
    ['*', 'payments', true],
    ['pay*', 'payments', true],
    ['*ments', 'payments', true],
    ['p*y*s', 'payments', true],
    ['p*y*x', 'payments', false],
    ['*a*', 'payments', true],
    ['?', '', false],
    ['???', 'abc', true],
    ['???', 'ab', false],
    ['team-[a-c]', 'team-b', true],
    ['team-[a-c]', 'team-d', false],
    ['team-[^a-c]', 'team-d', true],
    ['[ab][cd]', 'bd', true],
    ['[a-]', '-', true],
    ['a[', 'a[', false],
    ['a.c', 'abc', false],
    ['a+', 'aa', false],
  ])('%j matches %j: %s', (pattern, name, expected) => {
    expect(matchGlob(pattern, name)).toBe(expected);
  });

  it.each([
    [`${'*?'.repeat(30)}z`, 'a'.repeat(63)],
    [`${'*a'.repeat(30)}z`, 'a'.repeat(63)],
    [`${'*'.repeat(5_000)}z`, 'a'.repeat(63)],
  ])('comes to an end with %j', (pattern, name) => {
    expect(matchGlob(pattern, name)).toBe(false);
  });
});
