const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** How long ago, as kubectl shows it: two units at most, and one where the second says little. */
export function humanDuration(millis: number): string {
  const seconds = Math.floor(millis / 1000);
  if (seconds < -1) {
    return '<invalid>';
  }
  if (seconds < 2 * MINUTE) {
    return `${Math.max(seconds, 0)}s`;
  }
  if (seconds < 10 * MINUTE) {
    return two(seconds, [MINUTE, 'm'], [1, 's']);
  }
  if (seconds < 3 * HOUR) {
    return one(seconds, MINUTE, 'm');
  }
  if (seconds < 8 * HOUR) {
    return two(seconds, [HOUR, 'h'], [MINUTE, 'm']);
  }
  if (seconds < 2 * DAY) {
    return one(seconds, HOUR, 'h');
  }
  if (seconds < 8 * DAY) {
    return two(seconds, [DAY, 'd'], [HOUR, 'h']);
  }
  if (seconds < 2 * YEAR) {
    return one(seconds, DAY, 'd');
  }
  return seconds < 8 * YEAR
    ? two(seconds, [YEAR, 'y'], [DAY, 'd'])
    : one(seconds, YEAR, 'y');
}

function one(seconds: number, size: number, unit: string): string {
  return `${Math.floor(seconds / size)}${unit}`;
}

function two(
  seconds: number,
  [large, largeUnit]: [number, string],
  [small, smallUnit]: [number, string],
): string {
  const rest = Math.floor((seconds % large) / small);
  const first = one(seconds, large, largeUnit);
  return rest > 0 ? `${first}${rest}${smallUnit}` : first;
}

/** The age of a time in an object; what is no time is unknown. */
export function ageOf(time: unknown, now: Date): string {
  const date = typeof time === 'string' ? Date.parse(time) : NaN;
  return Number.isNaN(date) ? '<unknown>' : humanDuration(now.getTime() - date);
}
