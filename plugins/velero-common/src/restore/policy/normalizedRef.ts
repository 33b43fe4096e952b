/** A reference of an entity as the catalog writes it: it tells no upper case from lower case. */
export function normalizedRef(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
