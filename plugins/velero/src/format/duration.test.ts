import { formatDuration } from './duration';

describe('formatDuration', () => {
  it.each([
    [-5_000, '0 s'],
    [0, '0 s'],
    [42_000, '42 s'],
    [192_000, '3 min 12 s'],
    [180_000, '3 min'],
    [3_780_000, '1 h 3 min'],
    [3_605_000, '1 h'],
    [187_200_000, '2 d 4 h'],
  ])('says %p ms as %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});
