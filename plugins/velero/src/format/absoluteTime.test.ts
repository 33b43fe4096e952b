import {
  exactLocalTime,
  exactUtcTime,
  parseTime,
  utcTime,
} from './absoluteTime';

const time = Date.parse('2026-11-23T09:41:12Z');

describe('absolute times', () => {
  it.each([
    ['2026-11-23T09:41:12Z', time],
    ['2026-11-23T10:41:12+01:00', time],
    ['yesterday', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('parses %p', (iso, expected) => {
    expect(parseTime(iso)).toBe(expected);
  });

  it('leaves out the day when it is today in UTC', () => {
    const evening = Date.parse('2026-11-23T23:59:00Z');
    const nextDay = Date.parse('2026-11-24T00:01:00Z');

    expect(utcTime(time, evening)).toBe('09:41 UTC');
    expect(utcTime(time, nextDay)).toBe('2026-11-23 09:41 UTC');
  });

  it('gives the exact time in UTC and in the zone of the reader, naming the zone', () => {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

    expect(exactUtcTime(time)).toBe('2026-11-23 09:41:12 UTC');
    expect(exactLocalTime(time)).toMatch(/^2026-11-2\d \d\d:\d\d:12 /);
    expect(exactLocalTime(time)).toContain(`(${zone})`);
  });
});
