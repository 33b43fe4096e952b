/** The point in time of an ISO 8601 text, or `undefined` when it is none. */
export function parseTime(iso: string | undefined): number | undefined {
  const time = iso === undefined ? NaN : Date.parse(iso);
  return Number.isNaN(time) ? undefined : time;
}

/** As `2026-11-23 09:41 UTC`, or `09:41 UTC` when that is today. */
export function utcTime(time: number, now: number): string {
  const [day, clock] = new Date(time).toISOString().split('T');
  const today = new Date(now).toISOString().startsWith(day);
  return `${today ? '' : `${day} `}${clock.slice(0, 5)} UTC`;
}

/** As `2026-11-23 09:41:12 UTC`. */
export function exactUtcTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** As `2026-11-23 10:41:12 (Europe/Berlin)`, in the zone of the reader. */
export function exactLocalTime(time: number): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  // The Swedish locale writes dates as ISO 8601 does.
  const local = new Date(time).toLocaleString('sv-SE', { timeZone: zone });
  return `${local} (${zone})`;
}
