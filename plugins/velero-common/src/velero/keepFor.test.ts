import { readKeepFor } from './keepFor';

describe('readKeepFor', () => {
  it.each([
    ['720h', 2_592_000_000],
    ['720h0m0s', 2_592_000_000],
    [' 1h30m ', 5_400_000],
    ['87600h', 315_360_000_000],
  ])('reads %s', (text, milliseconds) => {
    expect(readKeepFor(text)).toEqual({ value: milliseconds });
  });

  it.each([
    ['30d', /write it in hours, as 720h$/],
    ['2 weeks', /as 720h$/],
    ['', /as 720h$/],
    ['P30D', /as 720h$/],
    ['59m', /at least 1h/],
    ['0', /at least 1h/],
    ['-720h', /at least 1h/],
    ['87601h', /at most 87600h/],
  ])('refuses %j and says what to write', (text, problem) => {
    expect(readKeepFor(text).problem).toMatch(problem);
  });
});
