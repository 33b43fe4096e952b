import { Reading } from './goDuration';

const PATTERN =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const MILLISECONDS = [
  604_800_000, 86_400_000, 3_600_000, 60_000, 1_000,
] as const;

/**
 * Reads a duration of ISO 8601 strictly, in milliseconds. Years and months are refused: they have no fixed length.
 *
 * @public
 */
export function parseIsoDuration(text: string): Reading<number> {
  const [, years, months, ...amounts] = PATTERN.exec(text) ?? [];
  if (years || months) {
    return {
      problem: `duration ${JSON.stringify(text)} uses years or months`,
      hint: 'days, as P30D',
    };
  }
  if (!amounts.some(Boolean)) {
    return { problem: `invalid ISO 8601 duration ${JSON.stringify(text)}` };
  }
  return {
    value: MILLISECONDS.reduce(
      (sum, unit, i) => sum + Number(amounts[i] ?? 0) * unit,
      0,
    ),
  };
}
