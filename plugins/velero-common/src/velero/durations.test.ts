import { goDurationText, parseGoDuration } from './goDuration';
import { parseIsoDuration } from './isoDuration';

describe('parseGoDuration', () => {
  it.each([
    ['0', 0],
    ['0s', 0],
    ['5s', 5_000],
    ['720h0m0s', 2_592_000_000],
    ['1h30m', 5_400_000],
    ['1.5h', 5_400_000],
    ['.5s', 500],
    ['1.s', 1_000],
    ['-1m', -60_000],
    ['+1m', 60_000],
    ['250ms', 250],
    ['1µs', 0.001],
    ['1μs', 0.001],
  ])('reads %s', (text, value) => {
    expect(parseGoDuration(text)).toEqual({ value });
  });

  it.each([
    ['', 'time: invalid duration ""'],
    ['h', 'time: invalid duration "h"'],
    ['soon', 'time: invalid duration "soon"'],
    [' 1h', 'time: invalid duration " 1h"'],
    ['5', 'time: missing unit in duration "5"'],
    ['1h5', 'time: missing unit in duration "1h5"'],
    ['1H', 'time: unknown unit "H" in duration "1H"'],
    ['1y', 'time: unknown unit "y" in duration "1y"'],
    ['9999999h', 'time: invalid duration "9999999h"'],
  ])('refuses %p as Go does', (text, problem) => {
    expect(parseGoDuration(text)).toEqual({ problem });
  });

  it.each([
    ['30d', '720h'],
    ['1w', '168h'],
    ['2 days', '48h'],
  ])('gives a hint for %s', (text, hint) => {
    expect(parseGoDuration(text)).toMatchObject({ hint });
  });
});

describe('parseIsoDuration', () => {
  it.each([
    ['P1D', 86_400_000],
    ['P2W', 1_209_600_000],
    ['PT30S', 30_000],
    ['P1DT12H', 129_600_000],
    ['PT90M', 5_400_000],
    ['PT0S', 0],
  ])('reads %s', (text, value) => {
    expect(parseIsoDuration(text)).toEqual({ value });
  });

  it.each([
    'P',
    'PT',
    'P1',
    '1D',
    'P1H',
    'PT1D',
    'P1D ',
    'p1d',
    'P-1D',
    'P1DT',
  ])('refuses %p', text => {
    expect(parseIsoDuration(text).problem).toContain(JSON.stringify(text));
  });
});

describe('goDurationText', () => {
  it.each([
    ['720h', '720h0m0s'],
    ['90m', '1h30m0s'],
    ['1h0.5s', '1h0m0.5s'],
    ['3599.999s', '0h59m59.999s'],
    ['1h0.000001s', '1h0m0.000001s'],
  ])('writes %s as %s, which says the same', (text, expected) => {
    const { value } = parseGoDuration(text);
    expect(goDurationText(value!)).toBe(expected);
    expect(parseGoDuration(expected).value).toBeCloseTo(value!, 3);
  });
});
