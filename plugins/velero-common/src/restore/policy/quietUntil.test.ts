import { quietUntil } from './quietUntil';
import { QuietHours } from './RestorePolicy';

const HOUR = 3_600_000;

const office: QuietHours = { cron: '0 8 * * 1-5', length: 10 * HOUR };

describe('quietUntil', () => {
  it.each<[string, QuietHours[], string, string | undefined]>([
    ['none', [], '2026-11-30T12:00:00Z', undefined],
    ['before them', [office], '2026-11-30T07:59:59Z', undefined],
    ['at their beginning', [office], '2026-11-30T08:00:00Z', '18:00'],
    ['within them', [office], '2026-11-30T17:59:59Z', '18:00'],
    ['at their end', [office], '2026-11-30T18:00:00Z', undefined],
    ['on another day', [office], '2026-11-29T12:00:00Z', undefined],
    [
      'in the zone of the office',
      [{ ...office, zone: 'Europe/Berlin' }],
      '2026-11-30T07:00:00Z',
      '17:00',
    ],
    [
      'with others that follow',
      [office, { cron: '0 18 * * *', length: 2 * HOUR }],
      '2026-11-30T12:00:00Z',
      '20:00',
    ],
    [
      'with others that overlap',
      [{ cron: '0 10 * * *', length: 3 * HOUR }, office],
      '2026-11-30T12:00:00Z',
      '18:00',
    ],
    [
      'that cannot be read',
      [{ cron: 'never', length: HOUR }],
      '2026-11-30T12:00:00Z',
      undefined,
    ],
  ])('finds the end of quiet hours: %s', (_name, hours, now, expected) => {
    expect(quietUntil(hours, new Date(now))?.toISOString().slice(11, 16)).toBe(
      expected,
    );
  });

  it('ends although quiet hours never do', () => {
    const always = { cron: '* * * * *', length: HOUR };
    const now = new Date('2026-11-30T12:00:00Z');
    expect(quietUntil([always], now)!.getTime()).toBeGreaterThan(
      now.getTime() + HOUR / 2,
    );
  });
});
