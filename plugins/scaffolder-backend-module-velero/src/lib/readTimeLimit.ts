import { InputError } from '@backstage/errors';
import { parseGoDuration } from 'backstage-plugin-velero-common';

/** Longer than any template is to be waited for. */
const MAXIMUM = 24 * 3_600_000;

/** Reads the input `timeout`, in milliseconds. */
export function readTimeLimit(text: string): number {
  const { value } = parseGoDuration(text);
  if (value === undefined || value <= 0 || value > MAXIMUM) {
    throw new InputError(
      `timeout: '${text.slice(
        0,
        63,
      )}' is no duration up to 24h. Write it as 90s, 30m or 2h`,
    );
  }
  return value;
}
