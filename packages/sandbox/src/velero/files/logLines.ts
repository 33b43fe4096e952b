/** A line of the log of a backup or a restore. */
export interface LogEntry {
  level: 'info' | 'warning' | 'error';
  message: string;
  /** Where in Velero's source such a line is written. */
  source: string;
  fields?: Record<string, string>;
}

const PLAIN = /^[A-Za-z0-9\-._/@^+]+$/;

/** Writes a log as Velero's server does: fields in the order of their names, values quoted where need be. */
export function formatLog(
  entries: LogEntry[],
  options: { time: string; fields: Record<string, string> },
): string {
  return entries
    .map(({ level, message, source, fields }) => {
      const all = { ...options.fields, ...fields, logSource: source };
      const pairs = Object.entries(all)
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([key, value]) => `${key}=${quote(value)}`);
      const head = `time=${quote(options.time)} level=${level}`;
      return `${head} msg=${quote(message)} ${pairs.join(' ')}\n`;
    })
    .join('');
}

function quote(value: string): string {
  return value === '' || PLAIN.test(value) ? value : JSON.stringify(value);
}
