import { withoutSlashes } from './withoutSlashes';

describe('withoutSlashes', () => {
  it.each([
    ['', ''],
    ['/', ''],
    ['///', ''],
    ['a', 'a'],
    ['/a', 'a'],
    ['a/', 'a'],
    ['//a//b//', 'a//b'],
  ])('of %j is %j', (path, expected) => {
    expect(withoutSlashes(path)).toBe(expected);
  });

  it('looks once at each slash', () => {
    const path = `a${'/'.repeat(1_000_000)}b`;
    const start = Date.now();
    expect(withoutSlashes(path)).toBe(path);
    expect(Date.now() - start).toBeLessThan(1_000);
  });
});
