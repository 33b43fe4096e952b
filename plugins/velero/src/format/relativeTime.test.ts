import { relativeTime } from './relativeTime';

const now = Date.parse('2026-11-23T09:41:12Z');
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('relativeTime', () => {
  it.each([
    [0, 'past', 'moment', 0],
    [59 * second, 'past', 'moment', 0],
    [minute, 'past', 'minutes', 1],
    [59.9 * minute, 'past', 'minutes', 59],
    [hour, 'past', 'hours', 1],
    [47.9 * hour, 'past', 'hours', 47],
    [2 * day, 'past', 'days', 2],
    [400 * day, 'past', 'days', 400],
    [-30 * second, 'future', 'moment', 0],
    [-29.5 * day, 'future', 'days', 29],
  ])('says %p ms ago as %s, %s, %p', (ago, direction, unit, count) => {
    expect(relativeTime(now - ago, now)).toEqual({ direction, unit, count });
  });
});
