import { CronDate, CronExpressionParser } from 'cron-parser';
import { takesAnyDay } from './calendarDays';
import { CronField, CronFields } from './cronFields';
import { Cron } from './parseCron';

const MINUTE = 60_000;

/** Answers that are kept, since readers ask for the same schedules again and again and the library takes its time. */
const MAXIMUM_KNOWN = 10_000;

const known = new Map<string, readonly Date[]>();

/**
 * The next runs after a time. A distance (`@every 6h`) counts from that time, which therefore has to be the last run.
 *
 * @param options - `zone` is the one of the server, which holds unless the expression names another; UTC by default
 * @public
 */
export function nextRuns(options: {
  cron: Cron;
  from: Date;
  count: number;
  zone?: string;
}): readonly Date[] {
  const { cron, from, count, zone = 'UTC' } = options;
  return cron.type === 'every'
    ? everyRuns(cron.milliseconds, from, count)
    : calendarRuns({ ...cron, zone: cron.zone ?? zone }, from, count);
}

function everyRuns(step: number, from: Date, count: number): Date[] {
  const second = Math.floor(from.getTime() / 1_000) * 1_000;
  return Array.from(
    { length: count },
    (_, i) => new Date(second + (i + 1) * step),
  );
}

function calendarRuns(
  cron: { fields: CronFields; zone: string },
  from: Date,
  count: number,
): readonly Date[] {
  // Runs are on full minutes, so what follows a time follows its minute.
  const minute = Math.floor(from.getTime() / MINUTE) * MINUTE;
  const key = [textOf(cron.fields), cron.zone, minute, count].join('|');
  const runs = known.get(key) ?? computeRuns(cron, new Date(minute), count);
  if (known.size >= MAXIMUM_KNOWN) {
    known.clear();
  }
  known.set(key, runs);
  return runs;
}

function computeRuns(
  cron: { fields: CronFields; zone: string },
  from: Date,
  count: number,
): Date[] {
  if (!takesAnyDay(cron.fields) || hasNoTime(cron.fields)) {
    return [];
  }
  const expression = CronExpressionParser.parse(textOf(cron.fields), {
    tz: cron.zone,
    currentDate: from,
  });
  const runs: Date[] = [];
  while (runs.length < count) {
    const run = expression.next();
    // A time that the change to summer leaves out is no run for Velero; the library moves it to the next hour.
    if (isAtTime(cron.fields, run)) {
      runs.push(run.toDate());
    }
  }
  return runs;
}

function hasNoTime({ minute, hour }: CronFields): boolean {
  return minute.values.length === 0 || hour.values.length === 0;
}

function isAtTime({ minute, hour }: CronFields, run: CronDate): boolean {
  return (
    hour.values.includes(run.getHours()) &&
    minute.values.includes(run.getMinutes())
  );
}

/**
 * Stars and lists of numbers, so that nothing is left for the library to understand in its own way. A field of days that
 * lists all of them is no star: it makes the other one irrelevant.
 */
function textOf(fields: CronFields): string {
  const list = ({ values }: CronField, size: number) =>
    values.length === size ? '*' : values.join(',');
  const days = ({ isStar, values }: CronField) =>
    isStar ? '*' : values.join(',');
  return [
    list(fields.minute, 60),
    list(fields.hour, 24),
    days(fields.dayOfMonth),
    list(fields.month, 12),
    days(fields.dayOfWeek),
  ].join(' ');
}
