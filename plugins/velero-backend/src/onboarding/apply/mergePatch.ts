import { isDeepStrictEqual } from 'node:util';
import { ownValue } from './ownValue';

type Json = Record<string, unknown>;

/** The JSON merge patch (RFC 7396) that makes the second object of the first; empty when they are equal. */
export function mergePatch(from: Json, to: Json): Json {
  const keys = new Set([...Object.keys(from), ...Object.keys(to)]);
  return Object.fromEntries(
    [...keys].flatMap(key =>
      valuePatch(ownValue(from, key), ownValue(to, key)).map(value => [
        key,
        value,
      ]),
    ),
  );
}

/** What a patch has for one key; nothing when that stays. */
function valuePatch(before: unknown, after: unknown): unknown[] {
  if (after === undefined) {
    return [null];
  }
  if (isObject(before) && isObject(after)) {
    const inner = mergePatch(before, after);
    return Object.keys(inner).length > 0 ? [inner] : [];
  }
  return isDeepStrictEqual(before, after) ? [] : [after];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
