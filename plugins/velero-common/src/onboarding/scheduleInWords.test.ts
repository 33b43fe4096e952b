import { scheduleInWords } from './scheduleInWords';

const from = new Date('2026-11-29T10:00:00Z');

describe('scheduleInWords', () => {
  it.each([
    ['17 2 * * *', 'Each day at 02:17 (UTC)'],
    ['5 * * * *', 'Each hour at minute 05 (UTC)'],
    ['0 4 * * 1,4', 'Each Monday, Thursday at 04:00 (UTC)'],
    ['@daily', 'Each day at 00:00 (UTC)'],
    ['TZ=Asia/Tokyo 0 4 * * *', 'Each day at 04:00 (Asia/Tokyo)'],
    ['@every 6h', 'Each time 6h after the last run (UTC)'],
    ['0 4 1 * *', 'By 0 4 1 * * (UTC)'],
    ['*/15 * * * *', 'By */15 * * * * (UTC)'],
  ])('%s: %s', (cron, when) => {
    expect(scheduleInWords({ cron, from })?.when).toBe(when);
  });

  it.each([
    ['Asia/Tokyo', 'Asia/Tokyo'],
    ['Mars/Base', 'UTC'],
    ['', 'UTC'],
    [undefined, 'UTC'],
  ])('reads the clock of a server in %j as %s', (zone, expected) => {
    const words = scheduleInWords({ cron: '@daily', from, zone });
    expect(words?.zone).toBe(expected);
  });

  it('says nothing of what Velero refuses', () => {
    expect(scheduleInWords({ cron: 'daily', from })).toBeUndefined();
  });
});
