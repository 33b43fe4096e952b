/** Of more there are too many to read. */
const MAXIMUM = 3;

/** A few names, and how many more there are. */
export function namesPhrase(names: string[]): string {
  const more = names.length - MAXIMUM;
  return [
    ...names.slice(0, MAXIMUM),
    ...(more > 0 ? [`${more} more`] : []),
  ].join(', ');
}
