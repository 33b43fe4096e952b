/** The same names in the same order, however they were given. */
export function uniqueSorted(names: string[]): string[] {
  return [...new Set(names)].sort();
}
