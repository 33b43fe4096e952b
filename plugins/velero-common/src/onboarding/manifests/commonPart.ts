/** Something that JSON can hold. */
type Json = unknown;

/** What all values have alike: equal texts, numbers and lists as they are, of objects the keys that all have. */
export function commonPart(values: Json[]): Json {
  const [first, ...rest] = values;
  if (!values.every(isObject)) {
    const text = JSON.stringify(first);
    return rest.every(one => JSON.stringify(one) === text) ? first : undefined;
  }
  const entries = Object.keys(values[0]).flatMap(key => {
    const inAll = values.every(value => Object.hasOwn(value, key));
    const common = inAll
      ? commonPart(values.map(value => value[key]))
      : undefined;
    return common === undefined ? [] : [[key, common] as const];
  });
  return Object.fromEntries(entries);
}

/** The merge patch (RFC 7386) that makes a value of what it has in common with others. */
export function patchFrom(common: Json, value: Json): Json {
  if (!isObject(common) || !isObject(value)) {
    return value;
  }
  const entries = Object.entries(value)
    .filter(([key, part]) => !isEqual(common[key], part))
    .map(([key, part]) => [key, patchFrom(common[key], part)] as const);
  return Object.fromEntries(entries);
}

function isEqual(one: Json, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
