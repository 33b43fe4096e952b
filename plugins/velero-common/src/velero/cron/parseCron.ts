import { parseGoDuration, Reading } from '../goDuration';
import { CronFields, parseCronFields } from './cronFields';

/**
 * When a schedule runs: at times of the calendar, or at a fixed distance from its last run.
 *
 * @public
 */
export type Cron =
  | {
      type: 'calendar';
      /** Five fields in numbers only, which every library reads alike. */
      fields: CronFields;
      /** From `CRON_TZ=` or `TZ=`; absent where the server's zone holds. */
      zone?: string;
    }
  | { type: 'every'; milliseconds: number };

const DESCRIPTORS = new Map([
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
  ['@monthly', '0 0 1 * *'],
  ['@weekly', '0 0 * * 0'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
]);

const EVERY = '@every ';

/**
 * Reads a cron expression as Velero does. The problem is the message that Velero writes into the `validationErrors` of
 * the Schedule.
 *
 * @public
 */
export function parseCron(expression: string): Reading<Cron> {
  if (expression === '') {
    return { problem: 'Schedule must be a non-empty valid Cron expression' };
  }
  const reading = parseZoned(expression);
  return reading.problem === undefined
    ? reading
    : { problem: `invalid schedule: ${reading.problem}` };
}

function parseZoned(expression: string): Reading<Cron> {
  const [, zone, rest] = /^(?:CRON_)?TZ=([^ ]*) (.*)$/s.exec(expression) ?? [];
  if (zone === undefined) {
    return parsePlain(expression, undefined);
  }
  return isZone(zone)
    ? parsePlain(rest.trim(), zone || 'UTC')
    : {
        problem: `unknown time zone ${JSON.stringify(
          zone,
        )}: unknown time zone ${zone}`,
      };
}

function parsePlain(text: string, zone: string | undefined): Reading<Cron> {
  if (text.startsWith(EVERY)) {
    return parseEvery(text);
  }
  if (text.startsWith('@') && !DESCRIPTORS.has(text)) {
    return { problem: `unrecognized descriptor: ${JSON.stringify(text)}` };
  }
  const fields = parseCronFields(DESCRIPTORS.get(text) ?? text);
  return fields.problem === undefined
    ? {
        value: {
          type: 'calendar',
          fields: fields.value,
          ...(zone && { zone }),
        },
      }
    : fields;
}

function parseEvery(text: string): Reading<Cron> {
  const { value, problem } = parseGoDuration(text.slice(EVERY.length));
  if (problem !== undefined) {
    return {
      problem: `failed to parse duration ${JSON.stringify(text)}: ${problem}`,
    };
  }
  // The parser drops fractions of a second and knows no shorter distance than one.
  const milliseconds = Math.max(1_000, Math.floor(value / 1_000) * 1_000);
  return { value: { type: 'every', milliseconds } };
}

/** Go knows the names of zones, but no offsets such as `+01:00`. */
function isZone(name: string): boolean {
  if (name === '') {
    return true;
  }
  try {
    return (
      /^[A-Za-z]/.test(name) &&
      Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
    );
  } catch {
    return false;
  }
}
