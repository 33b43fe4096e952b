/**
 * A number of 53 bits from a text, there in browsers, too, and equal everywhere: to spread and to tell apart, not to
 * protect.
 */
export function digestNumber(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const byte of new TextEncoder().encode(text)) {
    high = Math.imul(high ^ byte, 2654435761);
    low = Math.imul(low ^ byte, 1597334677);
  }
  const first = mixed(high, low);
  const second = mixed(low, high);
  return 4294967296 * (second & 0x1fffff) + (first >>> 0);
}

/** The digest in eight letters and digits. */
export function digestOf(text: string): string {
  return digestNumber(text).toString(36).padStart(11, '0').slice(-8);
}

function mixed(one: number, other: number): number {
  return (
    Math.imul(one ^ (one >>> 16), 2246822507) ^
    Math.imul(other ^ (other >>> 13), 3266489909)
  );
}
