/**
 * Readers for objects that may hold anything: what is missing or of another type reads as `undefined`, because one odd
 * object must never break a page.
 */

/** The value below a path of keys. */
export function valueAt(root: unknown, ...path: string[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return undefined;
    }
    value = Object.hasOwn(value, key)
      ? (value as Record<string, unknown>)[key]
      : undefined;
  }
  return value;
}

export function textAt(root: unknown, ...path: string[]): string | undefined {
  const value = valueAt(root, ...path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberAt(root: unknown, ...path: string[]): number | undefined {
  const value = valueAt(root, ...path);
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}

/** A number of things: whole and not negative. */
export function countAt(root: unknown, ...path: string[]): number | undefined {
  const value = numberAt(root, ...path);
  return Number.isSafeInteger(value) && value! >= 0 ? value : undefined;
}

/** A time as ISO 8601 in UTC. Text that is no time, or a year that no calendar shows, reads as `undefined`. */
export function timeAt(root: unknown, ...path: string[]): string | undefined {
  const milliseconds = Date.parse(textAt(root, ...path) ?? '');
  if (Number.isNaN(milliseconds)) {
    return undefined;
  }
  const time = new Date(milliseconds);
  return time.getUTCFullYear() > 9999 ? undefined : time.toISOString();
}

export function textListAt(root: unknown, ...path: string[]): string[] {
  const value = valueAt(root, ...path);
  return Array.isArray(value)
    ? value.filter((entry): entry is string => typeof entry === 'string')
    : [];
}

/** The entries of an object whose values are text. */
export function textMapAt(
  root: unknown,
  ...path: string[]
): Record<string, string> {
  const value = valueAt(root, ...path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** A Go duration; zero reads as `undefined`, because Velero takes its own default then. */
export function durationAt(
  root: unknown,
  ...path: string[]
): string | undefined {
  const text = textAt(root, ...path);
  return text && /[1-9]/.test(text) ? text : undefined;
}
