import { canonicalJson } from 'backstage-plugin-velero-common';
import { StoredRestoreEvent } from '../store/RestoreRequestStore';

const COLUMNS = [
  'seq',
  'at',
  'request',
  'type',
  'actor',
  'body',
  'hash',
] as const;

/** The forms in which what happened to requests is given to auditors. */
export const EXPORT_FORMATS = {
  jsonl: {
    type: 'application/jsonl',
    write: (events: StoredRestoreEvent[]) =>
      events.map(event => `${JSON.stringify(plain(event))}\n`).join(''),
  },
  csv: {
    type: 'text/csv',
    write: (events: StoredRestoreEvent[]) =>
      [
        COLUMNS.join(','),
        ...events.map(event => {
          const row = plain(event);
          return COLUMNS.map(column => cell(row[column])).join(',');
        }),
      ]
        .map(line => `${line}\r\n`)
        .join(''),
  },
};

function plain(event: StoredRestoreEvent) {
  return { ...event, at: new Date(event.at).toISOString() };
}

/** A spreadsheet takes what begins like a formula for one, so that such a text gets an apostrophe in front. */
function cell(value: unknown): string {
  if (value === undefined) {
    return '';
  }
  const text = typeof value === 'object' ? canonicalJson(value) : String(value);
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}
