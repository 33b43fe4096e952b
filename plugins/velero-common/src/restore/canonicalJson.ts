/**
 * JSON in which equal values are equal texts: keys in order, nothing that is absent. To be hashed and compared.
 *
 * @public
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.keys(part)
            .sort()
            .map(key => [key, part[key]]),
        )
      : part,
  );
}
