import { CronFields } from './cronFields';
import { minutesOf } from './intervalOf';
import { Cron } from './parseCron';

const MINUTE = 60_000;
const MINUTES_OF_DAY = 24 * 60;

/**
 * The shortest usual time from one run to the next, in milliseconds. Changes of the clock do not count, and neither does
 * midnight where not every day is taken. `undefined` for an expression with one run a day at most.
 */
export function shortestGapOf(cron: Cron): number | undefined {
  return cron.type === 'every' ? cron.milliseconds : calendarGap(cron.fields);
}

function calendarGap(fields: CronFields): number | undefined {
  const minutes = minutesOf(fields);
  const isDaily = fields.dayOfMonth.isStar && fields.dayOfWeek.isStar;
  const [first] = minutes;
  const all = isDaily ? [...minutes, first + MINUTES_OF_DAY] : minutes;
  const gaps = all.slice(1).map((minute, i) => minute - all[i]);
  return minutes.length > 1 ? Math.min(...gaps) * MINUTE : undefined;
}
