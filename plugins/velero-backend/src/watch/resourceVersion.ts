const NUMBER = /^[1-9]\d*$/;

/** True when one resource version surely comes before another; unsure as soon as one is no number. */
export function isBefore(
  version: string | undefined,
  other: string | undefined,
): boolean {
  if (!version || !other || !NUMBER.test(version) || !NUMBER.test(other)) {
    return false;
  }
  return version.length === other.length
    ? version < other
    : version.length < other.length;
}
