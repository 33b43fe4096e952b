import { CronFields } from './cronFields';

const DAY = 86_400_000;

/** Each day of the calendar, with its 29th of February, on each day of the week. */
const ALL_YEARS = 28 * 366;

/** Where all months are alike it is enough to see two Februaries. */
const TWO_YEARS = 800;

/** Where all weeks are alike, too, it is enough to see a day of the week again. */
const TWO_WEEKS = 14;

/** Any Sunday would do. */
const FIRST = Date.UTC(2000, 0, 2);

/** True when a calendar expression takes a day. A restriction on either field of days is enough when both have one. */
export function takesDay(fields: CronFields, day: Date): boolean {
  if (!fields.month.values.includes(day.getUTCMonth() + 1)) {
    return false;
  }
  const { dayOfMonth, dayOfWeek } = fields;
  const fitsMonth = dayOfMonth.values.includes(day.getUTCDate());
  const fitsWeek = dayOfWeek.values.includes(day.getUTCDay());
  return dayOfMonth.isStar || dayOfWeek.isStar
    ? fitsMonth && fitsWeek
    : fitsMonth || fitsWeek;
}

/**
 * The largest number of days from one that the expression takes to the next; `undefined` when it takes none, as the
 * 31st of February.
 */
export function largestStep(fields: CronFields): number | undefined {
  let [largest, previous] = [0, -1];
  for (const day of daysOf(fields)) {
    largest = previous < 0 ? 1 : Math.max(largest, day - previous);
    previous = day;
  }
  return previous < 0 ? undefined : largest;
}

/** False for an expression that takes no day of any year. */
export function takesAnyDay(fields: CronFields): boolean {
  return daysOf(fields).next().done !== true;
}

function* daysOf(fields: CronFields): Generator<number, void> {
  const end = daysToSee(fields);
  for (let day = 0; day < end; day++) {
    if (takesDay(fields, new Date(FIRST + day * DAY))) {
      yield day;
    }
  }
}

function daysToSee({ month, dayOfMonth }: CronFields): number {
  if (month.values.length < 12) {
    return ALL_YEARS;
  }
  return dayOfMonth.isStar ? TWO_WEEKS : TWO_YEARS;
}
