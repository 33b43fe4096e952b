import { randomBytes } from 'node:crypto';

/** A random name as API servers append it to `generateName`. */
export function generatedName(prefix: string): string {
  const alphabet = 'bcdfghjklmnpqrstvwxz2456789';
  const letters = [...randomBytes(5)].map(byte => alphabet[byte % 27]);
  return `${prefix}${letters.join('')}`;
}
