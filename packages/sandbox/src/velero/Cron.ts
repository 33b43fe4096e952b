import { CronExpressionParser } from 'cron-parser';
import { errorMessage } from '../api/errorMessage';
import { parseGoDuration } from './goDuration';

/** When a schedule runs, after the manner of Velero's parser. */
export interface Cron {
  /** The first run after that time. */
  next(after: Date): Date;
}

const DESCRIPTORS: Record<string, string> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

/** Of minute, hour, day of month, month, day of week. */
const BOUNDS = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
];

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sun mon tue wed thu fri sat'.split(' ');
const NAMES = [[], [], [], MONTHS, DAYS] as string[][];

/** Reads five fields, `@daily` and its like, `@every <duration>`; a time zone may precede. */
export function parseCron(expression: string): Cron {
  const [, zone = 'UTC', text] =
    /^(?:(?:CRON_)?TZ=(\S+)\s+)?(.*)$/s.exec(expression.trim()) ?? [];
  if (text.startsWith('@every ')) {
    return everyCron(text);
  }
  if (text.startsWith('@') && !Object.hasOwn(DESCRIPTORS, text)) {
    throw new Error(`unrecognized descriptor: ${JSON.stringify(text)}`);
  }
  return fieldsCron(DESCRIPTORS[text] ?? text, zone);
}

function everyCron(text: string): Cron {
  const millis = parseEvery(text);
  const step = Math.max(1_000, Math.floor(millis / 1_000) * 1_000);
  return {
    next: after => new Date(Math.floor(after.getTime() / 1000) * 1000 + step),
  };
}

function parseEvery(text: string): number {
  try {
    return parseGoDuration(text.slice('@every '.length));
  } catch (error) {
    throw new Error(
      `failed to parse duration "${text}": ${errorMessage(error)}`,
    );
  }
}

function fieldsCron(text: string, tz: string): Cron {
  const fields = text.split(/\s+/).filter(field => field !== '');
  if (fields.length !== 5) {
    throw new Error(
      `expected exactly 5 fields, found ${fields.length}: [${fields.join(
        ' ',
      )}]`,
    );
  }
  fields.forEach(checkField);
  checkZone(tz);
  return { next: after => nextRun(fields.join(' '), tz, after) };
}

/** For a date that no year has there is no next run; Velero takes that as a time long ago. */
function nextRun(text: string, tz: string, currentDate: Date): Date {
  try {
    return CronExpressionParser.parse(text, { tz, currentDate })
      .next()
      .toDate();
  } catch {
    return new Date(0);
  }
}

function checkZone(zone: string) {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new Error(
      `unknown time zone ${JSON.stringify(zone)}: unknown time zone ${zone}`,
    );
  }
}

function checkField(field: string, index: number) {
  const [minimum, maximum] = BOUNDS[index];
  for (const part of field.split(',')) {
    const range = part.split('/')[0];
    checkWords(range, index);
    const numbers = range.split('-').filter(item => /^\d+$/.test(item));
    for (const number of numbers.map(Number)) {
      if (number > maximum) {
        throw new Error(
          `end of range (${number}) above maximum (${maximum}): "${part}"`,
        );
      }
      if (number < minimum) {
        throw new Error(
          `beginning of range (${number}) below minimum (${minimum}): "${part}"`,
        );
      }
    }
  }
}

/** Months and days of the week have names, the other fields only numbers. */
function checkWords(range: string, index: number) {
  for (const word of range.split('-')) {
    const named = NAMES[index].includes(word.toLowerCase());
    if (!/^(\d+|[*?])$/.test(word) && !named) {
      const quoted = JSON.stringify(word);
      throw new Error(
        `failed to parse int from ${quoted}: strconv.Atoi: parsing ${quoted}: invalid syntax`,
      );
    }
  }
}
