import { takesDay } from './calendarDays';
import { intervalOf } from './intervalOf';
import { nextRuns } from './nextRuns';
import { Cron, parseCron } from './parseCron';
import { shortestGapOf } from './shortestGapOf';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function cronOf(expression: string): Cron {
  const { value, problem } = parseCron(expression);
  if (!value) {
    throw new Error(problem);
  }
  return value;
}

function runs(expression: string, from: string, count: number, zone?: string) {
  const cron = cronOf(expression);
  return nextRuns({ cron, from: new Date(from), count, zone }).map(run =>
    run.toISOString().slice(0, 16),
  );
}

describe('parseCron', () => {
  it.each([
    ['', 'Schedule must be a non-empty valid Cron expression'],
    ['  ', 'invalid schedule: expected exactly 5 fields, found 0: []'],
    [
      '99 * * * *',
      'invalid schedule: end of range (99) above maximum (59): "99"',
    ],
    [
      '* * * * * *',
      'invalid schedule: expected exactly 5 fields, found 6: [* * * * * *]',
    ],
    [
      'every day at 4',
      'invalid schedule: expected exactly 5 fields, found 4: [every day at 4]',
    ],
    [
      'x * * * *',
      'invalid schedule: failed to parse int from "x": strconv.Atoi: parsing "x": invalid syntax',
    ],
    ['@often', 'invalid schedule: unrecognized descriptor: "@often"'],
    [
      '@every 5',
      'invalid schedule: failed to parse duration "@every 5": time: missing unit in duration "5"',
    ],
    [
      'CRON_TZ=Nowhere/City 0 4 * * *',
      'invalid schedule: unknown time zone "Nowhere/City": unknown time zone Nowhere/City',
    ],
    [
      'TZ=+01:00 0 4 * * *',
      'invalid schedule: unknown time zone "+01:00": unknown time zone +01:00',
    ],
    [
      '0 0 0 * *',
      'invalid schedule: beginning of range (0) below minimum (1): "0"',
    ],
    ['0 0 * * 7', 'invalid schedule: end of range (7) above maximum (6): "7"'],
    [
      '30-10 * * * *',
      'invalid schedule: beginning of range (30) beyond end of range (10): "30-10"',
    ],
    [
      '*/0 * * * *',
      'invalid schedule: step of range should be a positive number: "*/0"',
    ],
    ['1-2-3 * * * *', 'invalid schedule: too many hyphens: "1-2-3"'],
    ['1/2/3 * * * *', 'invalid schedule: too many slashes: "1/2/3"'],
    ['0 0 L * *', 'invalid schedule: failed to parse int from "L"'],
    ['0 0 * * 1#2', 'invalid schedule: failed to parse int from "1#2"'],
  ])('refuses %p in Velero’s words', (expression, problem) => {
    expect(parseCron(expression).problem).toContain(problem);
  });
});

describe('nextRuns', () => {
  it.each([
    ['0 2 * * *', ['2026-11-24T02:00', '2026-11-25T02:00']],
    ['*/15 8-9 * * 1', ['2026-11-23T08:45', '2026-11-23T09:00']],
    ['0 0 1 JAN ?', ['2027-01-01T00:00', '2028-01-01T00:00']],
    ['0 4 * * sun-tue', ['2026-11-24T04:00', '2026-11-29T04:00']],
    ['30/10 10 * * *', ['2026-11-23T10:30', '2026-11-23T10:40']],
    ['@hourly', ['2026-11-23T09:00', '2026-11-23T10:00']],
    ['@daily', ['2026-11-24T00:00', '2026-11-25T00:00']],
    ['@midnight', ['2026-11-24T00:00', '2026-11-25T00:00']],
    ['@weekly', ['2026-11-29T00:00', '2026-12-06T00:00']],
    ['@monthly', ['2026-12-01T00:00', '2027-01-01T00:00']],
    ['@yearly', ['2027-01-01T00:00', '2028-01-01T00:00']],
    ['@every 1h30m', ['2026-11-23T10:00', '2026-11-23T11:30']],
    ['TZ=Europe/Berlin 0 2 * * *', ['2026-11-24T01:00', '2026-11-25T01:00']],
    ['CRON_TZ=Asia/Tokyo @daily', ['2026-11-23T15:00', '2026-11-24T15:00']],
    // Either day is enough when both fields say something; a step says something, too.
    ['0 0 1 * 5', ['2026-11-27T00:00', '2026-12-01T00:00']],
    ['0 0 */2 * 1', ['2026-11-25T00:00', '2026-11-27T00:00']],
    ['0 0 1 * 0-6', ['2026-11-24T00:00', '2026-11-25T00:00']],
    ['0 0 1 * *', ['2026-12-01T00:00', '2027-01-01T00:00']],
    ['0 0 29 2 *', ['2028-02-29T00:00', '2032-02-29T00:00']],
    ['0 0 31 2 *', []],
  ])('%s runs at %j', (expression, expected) => {
    expect(runs(expression, '2026-11-23T08:30:15Z', 2)).toEqual(expected);
  });

  it('goes by the clock of the server, where the expression names no other', () => {
    const from = '2026-11-23T08:30:00Z';
    expect(runs('0 14 * * *', from, 1, 'Europe/Berlin')).toEqual([
      '2026-11-23T13:00',
    ]);
    expect(runs('TZ=UTC 0 14 * * *', from, 1, 'Europe/Berlin')).toEqual([
      '2026-11-23T14:00',
    ]);
  });

  it('leaves out a time that the change to summer leaves out', () => {
    const expression = 'TZ=Europe/Berlin 30 2 * * *';
    expect(runs(expression, '2026-03-28T12:00:00Z', 1)).toEqual([
      '2026-03-30T00:30',
    ]);
  });

  it('finds the days that the expression takes, and no other', () => {
    const expression = '0 12 */9 1-6/2 wed';
    const cron = cronOf(expression);
    const days = Array.from(
      { length: 365 },
      (_, i) => new Date(Date.UTC(2026, 0, 1) + i * DAY),
    );
    const expected = days
      .filter(day => cron.type === 'calendar' && takesDay(cron.fields, day))
      .map(day => `${day.toISOString().slice(0, 10)}T12:00`);
    expect(expected.length).toBeGreaterThan(20);
    expect(runs(expression, '2025-12-31T23:00:00Z', expected.length)).toEqual(
      expected,
    );
  });
});

describe('intervalOf', () => {
  it.each([
    ['* * * * *', MINUTE],
    ['*/15 * * * *', 15 * MINUTE],
    ['*/25 * * * *', 25 * MINUTE],
    ['0 * * * *', HOUR],
    ['0 2 * * *', DAY],
    ['0 2,14 * * *', 12 * HOUR],
    ['0 8-18 * * *', 14 * HOUR],
    ['0 2 * * 1-5', 3 * DAY],
    ['0 2 * * 0', 7 * DAY],
    ['@monthly', 31 * DAY],
    ['0 0 31 * *', 61 * DAY],
    ['0 0 1 1 *', 366 * DAY],
    ['@every 6h', 6 * HOUR],
    ['@every 90s', 90_000],
    ['0 0 31 2 *', undefined],
  ])('%s: %p', (expression, expected) => {
    expect(intervalOf(cronOf(expression))).toBe(expected);
  });
});

describe('shortestGapOf', () => {
  it.each([
    ['* 3 * * *', MINUTE],
    ['0,1 * * * *', MINUTE],
    ['59,0 0,23 * * *', MINUTE],
    ['59,0 0,23 * * 1', 59 * MINUTE],
    ['*/25 * * * *', 10 * MINUTE],
    ['*/15 * * * *', 15 * MINUTE],
    ['0 2,14 * * *', 12 * HOUR],
    ['@every 1s', 1_000],
    ['0 2 * * *', undefined],
    ['@yearly', undefined],
  ])('%s: %p', (expression, expected) => {
    expect(shortestGapOf(cronOf(expression))).toBe(expected);
  });
});
