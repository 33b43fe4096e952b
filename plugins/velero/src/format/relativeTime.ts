const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface RelativeTime {
  direction: 'past' | 'future';
  unit: 'moment' | 'minutes' | 'hours' | 'days';
  count: number;
}

/** How far away a time is, in the unit that a reader would say it in. */
export function relativeTime(time: number, now: number): RelativeTime {
  const distance = Math.abs(now - time);
  const direction = time > now ? 'future' : 'past';
  if (distance < MINUTE) {
    return { direction, unit: 'moment', count: 0 };
  }
  if (distance < HOUR) {
    return { direction, unit: 'minutes', count: whole(distance, MINUTE) };
  }
  if (distance < 2 * DAY) {
    return { direction, unit: 'hours', count: whole(distance, HOUR) };
  }
  return { direction, unit: 'days', count: whole(distance, DAY) };
}

function whole(distance: number, unit: number): number {
  return Math.floor(distance / unit);
}
