import { Reading } from '../goDuration';

/** The values that a field of a cron expression takes. @public */
export interface CronField {
  /** In rising order. */
  values: number[];
  /** True for `*` and `?`; a field of days that says nothing leaves the choice to the other one. */
  isStar: boolean;
}

/** The five fields of a cron expression. @public */
export interface CronFields {
  minute: CronField;
  hour: CronField;
  dayOfMonth: CronField;
  month: CronField;
  dayOfWeek: CronField;
}

interface Bounds {
  name: keyof CronFields;
  minimum: number;
  maximum: number;
  /** Names of the values, from the minimum on. */
  words?: string[];
}

const BOUNDS: Bounds[] = [
  { name: 'minute', minimum: 0, maximum: 59 },
  { name: 'hour', minimum: 0, maximum: 23 },
  { name: 'dayOfMonth', minimum: 1, maximum: 31 },
  {
    name: 'month',
    minimum: 1,
    maximum: 12,
    words: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
  },
  {
    name: 'dayOfWeek',
    minimum: 0,
    maximum: 6,
    words: 'sun mon tue wed thu fri sat'.split(' '),
  },
];

/** Carries the words in which Velero's parser refuses an expression. */
class CronProblem extends Error {}

/** Reads five fields as Velero's parser does: Sunday is 0 and never 7, there are no seconds, no `L`, no `#`. */
export function parseCronFields(text: string): Reading<CronFields> {
  const fields = text.split(/\s+/).filter(Boolean);
  if (fields.length !== BOUNDS.length) {
    const found = `found ${fields.length}: [${fields.join(' ')}]`;
    return { problem: `expected exactly 5 fields, ${found}` };
  }
  try {
    const entries = BOUNDS.map((bounds, i) => [
      bounds.name,
      parseField(fields[i], bounds),
    ]);
    return { value: Object.fromEntries(entries) };
  } catch (error) {
    if (error instanceof CronProblem) {
      return { problem: error.message };
    }
    throw error;
  }
}

function parseField(text: string, bounds: Bounds): CronField {
  const ranges = text
    .split(',')
    .filter(Boolean)
    .map(part => parseRange(part, bounds));
  const values = new Set(ranges.flatMap(range => range.values));
  return {
    values: [...values].sort((a, b) => a - b),
    isStar: ranges.some(range => range.isStar),
  };
}

/** Reads `*`, `5`, `2-4`, `mon-fri` and any of them with a step. */
function parseRange(text: string, bounds: Bounds): CronField {
  const [range, stepText, ...moreSteps] = text.split('/');
  const [low, high, ...moreEnds] = range.split('-');
  const isStar = low === '*' || low === '?';
  if (moreEnds.length > 0 && !isStar) {
    throw new CronProblem(`too many hyphens: ${quote(text)}`);
  }
  if (moreSteps.length > 0) {
    throw new CronProblem(`too many slashes: ${quote(text)}`);
  }
  const step = stepText === undefined ? 1 : parseNumber(stepText, text);
  const start = isStar ? bounds.minimum : parseValue(low, text, bounds);
  const isOpen = isStar || (high === undefined && stepText !== undefined);
  const end = isOpen ? bounds.maximum : parseValue(high ?? low, text, bounds);
  checkRange({ start, end, step, text, bounds });
  return { values: valuesOf(start, end, step), isStar: isStar && step === 1 };
}

function checkRange(range: {
  start: number;
  end: number;
  step: number;
  text: string;
  bounds: Bounds;
}) {
  const { start, end, step, text, bounds } = range;
  const refuse = (problem: string) => {
    throw new CronProblem(`${problem}: ${quote(text)}`);
  };
  if (start < bounds.minimum) {
    refuse(`beginning of range (${start}) below minimum (${bounds.minimum})`);
  }
  if (end > bounds.maximum) {
    refuse(`end of range (${end}) above maximum (${bounds.maximum})`);
  }
  if (start > end) {
    refuse(`beginning of range (${start}) beyond end of range (${end})`);
  }
  if (step === 0) {
    refuse('step of range should be a positive number');
  }
}

function valuesOf(start: number, end: number, step: number): number[] {
  const values: number[] = [];
  for (let value = start; value <= end; value += step) {
    values.push(value);
  }
  return values;
}

function parseValue(word: string, text: string, bounds: Bounds): number {
  const index = bounds.words?.indexOf(word.toLowerCase()) ?? -1;
  return index >= 0 ? bounds.minimum + index : parseNumber(word, text);
}

function parseNumber(word: string, text: string): number {
  if (!/^[-+]?\d{1,9}$/.test(word)) {
    throw new CronProblem(
      `failed to parse int from ${quote(text)}: strconv.Atoi: parsing ${quote(
        word,
      )}: invalid syntax`,
    );
  }
  const number = Number(word);
  if (number < 0) {
    throw new CronProblem(`negative number (${number}) not allowed: ${text}`);
  }
  return number;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
