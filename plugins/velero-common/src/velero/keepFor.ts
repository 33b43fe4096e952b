import { parseGoDuration, Reading } from './goDuration';

/** How long backups are kept when nobody says otherwise: Velero's own default. @public */
export const DEFAULT_KEEP_FOR = '720h';

const HOUR = 3_600_000;

/** Velero looks for expired backups once an hour. */
const MINIMUM = HOUR;

/** Ten years: what is longer was mistyped. */
const MAXIMUM = 87_600 * HOUR;

/**
 * Reads how long a backup is to be kept, in milliseconds. It must be a Go duration: Velero's server stops at one that it
 * cannot read, for everybody.
 *
 * @public
 */
export function readKeepFor(text: string): Reading<number> {
  const reading = parseGoDuration(text.trim());
  if (reading.problem !== undefined) {
    const example = reading.hint ?? DEFAULT_KEEP_FOR;
    return {
      problem: `'${text}' is no duration that Velero can read; write it in hours, as ${example}`,
      hint: example,
    };
  }
  if (reading.value < MINIMUM) {
    return { problem: `A backup is kept for at least 1h, not '${text}'` };
  }
  return reading.value > MAXIMUM
    ? { problem: `A backup is kept for at most 87600h, not '${text}'` }
    : reading;
}
