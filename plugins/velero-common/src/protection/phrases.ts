const UNITS = [
  { name: 'day', seconds: 86_400 },
  { name: 'hour', seconds: 3_600 },
  { name: 'minute', seconds: 60 },
];

const NUMBERS =
  'no one two three four five six seven eight nine ten eleven twelve'.split(
    ' ',
  );

/** Longer messages of others are cut in sentences. */
const MAXIMUM = 240;

const DAY = 86_400_000;

/** A length of time in its largest unit, rounded down; from two days on in days. */
export function durationPhrase(seconds: number): string {
  const unit =
    UNITS.find(({ name, seconds: length }) =>
      name === 'day' ? seconds >= 2 * length : seconds >= length,
    ) ?? UNITS[2];
  return countPhrase(Math.floor(seconds / unit.seconds), unit.name);
}

export function agePhrase(seconds: number): string {
  return seconds < 60
    ? 'less than a minute ago'
    : `${durationPhrase(seconds)} ago`;
}

/** A length of time that loses nothing to rounding, as of a target. */
export function exactPhrase(seconds: number): string {
  const unit =
    UNITS.find(
      ({ name, seconds: length }) =>
        seconds % length === 0 &&
        (name === 'day' ? seconds >= 2 * length : seconds >= length),
    ) ?? UNITS[2];
  return countPhrase(Math.round(seconds / unit.seconds), unit.name);
}

/** As `1 volume` or `3 volumes`. */
export function countPhrase(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A time in UTC as near as it has to be told: the hour today, the day otherwise. */
export function timePhrase(time: string, now: Date): string {
  const at = new Date(time);
  const clock = `${at.toISOString().slice(11, 16)} UTC`;
  const days = Math.floor(at.getTime() / DAY) - Math.floor(now.getTime() / DAY);
  if (days === 0) {
    return `at ${clock}`;
  }
  return days === 1
    ? `tomorrow at ${clock}`
    : `on ${at.toISOString().slice(0, 10)} at ${clock}`;
}

export function numberWord(count: number): string {
  return NUMBERS[count] ?? String(count);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function listPhrase(items: string[], conjunction: string): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} ${conjunction} ${
        items[items.length - 1]
      }`;
}

/** The words of another program, as part of a sentence. */
export function quotedWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return line.length > MAXIMUM ? `“${line.slice(0, MAXIMUM)}…”` : `“${line}”`;
}
