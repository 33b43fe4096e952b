/** A number below the limit that looks random and is always the same for the same text. */
export function stableNumber(text: string, limit: number): number {
  let hash = 2_166_136_261;
  for (const letter of text) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0;
  }
  // The lower bits of this hash are poorly mixed.
  return (hash >>> 8) % limit;
}
