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

/** Reads five fields, `@daily` and its like, `@every <duration>`; a time zone may precede. */
export function parseCron(expression: string): Cron {
  const [, zone = 'UTC', text] =
    /^(?:(?:CRON_)?TZ=(\S+)\s+)?(.*)$/s.exec(expression.trim()) ?? [];
  if (text.startsWith('@every ')) {
    return everyCron(text);
  }
  if (text.startsWith('@') && !Object.hasOwn(DESCRIPTORS, text)) {
    throw new Error(`unrecognized descriptor: ${text}`);
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
  const fields = text.split(/\s+/);
  if (fields.length !== 5) {
    throw new Error(
      `expected exactly 5 fields, found ${fields.length}: [${fields.join(
        ' ',
      )}]`,
    );
  }
  fields.forEach(checkField);
  CronExpressionParser.parse(text, { tz });
  return {
    next: after =>
      CronExpressionParser.parse(text, { tz, currentDate: after })
        .next()
        .toDate(),
  };
}

function checkField(field: string, index: number) {
  const [minimum, maximum] = BOUNDS[index];
  for (const part of field.split(',')) {
    const range = part.split('/')[0];
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
