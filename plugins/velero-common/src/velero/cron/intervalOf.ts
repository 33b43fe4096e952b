import { largestStep } from './calendarDays';
import { CronFields } from './cronFields';
import { Cron } from './parseCron';

const MINUTE = 60_000;
const MINUTES_OF_DAY = 24 * 60;

/**
 * The largest usual time from one run to the next, in milliseconds: what a reader may rely on. Changes of the clock do
 * not count. `undefined` for an expression that never comes true.
 *
 * @public
 */
export function intervalOf(cron: Cron): number | undefined {
  return cron.type === 'every'
    ? cron.milliseconds
    : calendarInterval(cron.fields);
}

function calendarInterval(fields: CronFields): number | undefined {
  const days = largestStep(fields);
  const minutes = minutesOf(fields);
  if (days === undefined || minutes.length === 0) {
    return undefined;
  }
  const overNight =
    days * MINUTES_OF_DAY - minutes[minutes.length - 1] + minutes[0];
  const inDay = minutes.slice(1).map((minute, i) => minute - minutes[i]);
  return inDay.reduce((a, b) => Math.max(a, b), overNight) * MINUTE;
}

/** The minutes of a day at which it runs, in rising order. */
export function minutesOf({ hour, minute }: CronFields): number[] {
  return hour.values.flatMap(h => minute.values.map(m => h * 60 + m));
}
