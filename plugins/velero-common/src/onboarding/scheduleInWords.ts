import { Cron, parseCron } from '../velero/cron/parseCron';
import { nextRuns } from '../velero/cron/nextRuns';
import { parseGoDuration } from '../velero/goDuration';

const HOUR = 3_600_000;

const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(
  ' ',
);

/** The next runs of an expression and what it means in words. @public */
export interface ScheduleInWords {
  /** As `Each day at 02:17 (UTC)`. */
  when: string;
  /** ISO 8601 in UTC. */
  nextRuns: string[];
  /** The zone that the expression is read in. */
  zone: string;
}

/**
 * Says when a schedule runs; nothing for an expression that Velero refuses.
 *
 * @param options - `zone` is the one of the server's clock; UTC, as in Velero's image, by default
 * @public
 */
export function scheduleInWords(options: {
  cron: string;
  from: Date;
  zone?: string;
  count?: number;
}): ScheduleInWords | undefined {
  const { value: cron } = parseCron(options.cron);
  if (!cron) {
    return undefined;
  }
  const own = cron.type === 'calendar' ? cron.zone : undefined;
  const zone = own ?? knownZone(options.zone) ?? 'UTC';
  const { from, count = 3 } = options;
  return {
    when: `${whenOf(cron, options.cron)} (${zone})`,
    nextRuns: nextRuns({ cron, from, count, zone }).map(run =>
      run.toISOString(),
    ),
    zone,
  };
}

/** Servers may say anything of their clock. */
function knownZone(zone: string | undefined): string | undefined {
  return zone && parseCron(`TZ=${zone} @daily`).value ? zone : undefined;
}

/** How long backups are kept, as `30 days`. */
export function keptInWords(duration: string): string {
  const hours = (parseGoDuration(duration).value ?? 0) / HOUR;
  return hours % 24 === 0 && hours >= 48
    ? `${hours / 24} days`
    : `${hours} hours`;
}

function whenOf(cron: Cron, expression: string): string {
  if (cron.type === 'every') {
    return `Each time ${expression.replace(
      /^.*@every /,
      '',
    )} after the last run`;
  }
  const { minute, hour, dayOfMonth, month, dayOfWeek } = cron.fields;
  const isEachDay = dayOfMonth.isStar && month.values.length === 12;
  const one = minute.values.length === 1 ? two(minute.values[0]) : undefined;
  if (one === undefined || !isEachDay) {
    return `By ${expression}`;
  }
  if (hour.values.length === 24 && dayOfWeek.isStar) {
    return `Each hour at minute ${one}`;
  }
  if (hour.values.length !== 1) {
    return `By ${expression}`;
  }
  const at = `at ${two(hour.values[0])}:${one}`;
  return dayOfWeek.isStar
    ? `Each day ${at}`
    : `Each ${dayOfWeek.values.map(day => DAYS[day]).join(', ')} ${at}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
