import { parseCron } from './Cron';

describe('parseCron', () => {
  const after = new Date('2026-11-23T08:30:15.500Z');

  it.each([
    ['0 2 * * *', '2026-11-24T02:00:00.000Z'],
    ['*/15 8-9 * * 1', '2026-11-23T08:45:00.000Z'],
    ['0 0 1 JAN *', '2027-01-01T00:00:00.000Z'],
    ['@hourly', '2026-11-23T09:00:00.000Z'],
    ['@daily', '2026-11-24T00:00:00.000Z'],
    ['@weekly', '2026-11-29T00:00:00.000Z'],
    ['@every 1h30m', '2026-11-23T10:00:15.000Z'],
    ['TZ=Europe/Berlin 0 2 * * *', '2026-11-24T01:00:00.000Z'],
    ['CRON_TZ=Asia/Tokyo 0 0 * * *', '2026-11-23T15:00:00.000Z'],
  ])('%s runs next at %s', (expression, expected) => {
    expect(parseCron(expression).next(after).toISOString()).toBe(expected);
  });

  it.each([
    ['0 0 0 * *', 'beginning of range (0) below minimum (1): "0"'],
    ['0 24 * * *', 'end of range (24) above maximum (23): "24"'],
    ['0 0 * * 7', 'end of range (7) above maximum (6): "7"'],
    ['@every 1d', 'unknown unit "d" in duration "1d"'],
    ['a b c d e', ''],
  ])('refuses %s', (expression, message) => {
    expect(() => parseCron(expression)).toThrow(message);
  });
});
