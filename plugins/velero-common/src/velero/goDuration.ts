/** A text that was read, or why it cannot be. @public */
export type Reading<TValue> =
  | { value: TValue; problem?: undefined }
  | { value?: undefined; problem: string; hint?: string };

const UNITS = new Map([
  ['ns', 1e-6],
  ['us', 1e-3],
  ['µs', 1e-3],
  ['μs', 1e-3],
  ['ms', 1],
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

/** Units that people write, Go does not know, and hours can say. */
const HOURS_OF_FOREIGN_UNITS = new Map([
  ['d', 24],
  ['day', 24],
  ['days', 24],
  ['w', 168],
]);

/** Go counts nanoseconds in 64 bits. */
const MAXIMUM = 9_223_372_036_854;

/**
 * Reads a duration strictly as Go does, in milliseconds. The problem has Go's words, and a hint where days or weeks
 * were meant: one object with a duration that Go cannot read stops a whole Velero server.
 *
 * @public
 */
export function parseGoDuration(text: string): Reading<number> {
  const [, sign, body] = /^([-+]?)(.*)$/s.exec(text)!;
  if (body === '0') {
    return { value: 0 };
  }
  const parts = [...body.matchAll(/(\d+\.?\d*|\.\d+)([^\d.]*)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== body) {
    return { problem: `time: invalid duration ${quote(text)}` };
  }
  const unfit = parts.find(([, , unit]) => !UNITS.has(unit));
  if (unfit) {
    return { problem: unitProblem(text, unfit[2]), ...hintFor(body) };
  }
  const sum = parts.reduce(
    (total, [, amount, unit]) => total + Number(amount) * UNITS.get(unit)!,
    0,
  );
  return sum > MAXIMUM
    ? { problem: `time: invalid duration ${quote(text)}` }
    : { value: sign === '-' ? -sum : sum };
}

/** Writes milliseconds as Go does, as `720h0m0s`: what Velero makes of any other form of the same duration. @public */
export function goDurationText(milliseconds: number): string {
  const seconds = milliseconds / 1_000;
  const minutes = Math.floor(seconds / 60);
  const rest = Number((seconds - minutes * 60).toFixed(6));
  return `${Math.floor(minutes / 60)}h${minutes % 60}m${rest}s`;
}

function unitProblem(text: string, unit: string): string {
  return unit
    ? `time: unknown unit ${quote(unit)} in duration ${quote(text)}`
    : `time: missing unit in duration ${quote(text)}`;
}

function hintFor(body: string): { hint?: string } {
  const [, amount, unit] = /^(\d{1,5}) ?([a-z]+)$/.exec(body) ?? [];
  const hours = HOURS_OF_FOREIGN_UNITS.get(unit);
  return hours ? { hint: `${Number(amount) * hours}h` } : {};
}

function quote(text: string): string {
  return JSON.stringify(text);
}
