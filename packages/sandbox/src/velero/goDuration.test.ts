import { parseGoDuration } from './goDuration';

describe('Go durations', () => {
  it.each([
    ['720h0m0s', 2_592_000_000],
    ['1.5h', 5_400_000],
    ['-10s', -10_000],
    ['100ms', 100],
    ['0', 0],
  ])('%s is %d ms', (text, millis) => {
    expect(parseGoDuration(text)).toBe(millis);
  });

  it.each([
    ['30d', 'time: unknown unit "d" in duration "30d"'],
    ['5', 'time: missing unit in duration "5"'],
    ['', 'time: invalid duration ""'],
    ['h', 'time: invalid duration "h"'],
  ])('%j is refused', (text, message) => {
    expect(() => parseGoDuration(text)).toThrow(message);
  });
});
