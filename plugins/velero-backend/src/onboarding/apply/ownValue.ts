/** What an object has under a key, which may be called like a member of all objects. */
export function ownValue(
  object: Record<string, unknown>,
  key: string,
): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
