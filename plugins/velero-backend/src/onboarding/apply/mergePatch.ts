import { isDeepStrictEqual } from 'node:util';

type Json = Record<string, unknown>;

/** The JSON merge patch (RFC 7396) that makes the second object of the first; empty when they are equal. */
export function mergePatch(from: Json, to: Json): Json {
  const patch: Json = {};
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const [before, after] = [from[key], to[key]];
    if (after === undefined) {
      patch[key] = null;
    } else if (isObject(before) && isObject(after)) {
      const inner = mergePatch(before, after);
      Object.assign(patch, Object.keys(inner).length > 0 && { [key]: inner });
    } else if (!isDeepStrictEqual(before, after)) {
      patch[key] = after;
    }
  }
  return patch;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
