import { createHash } from 'node:crypto';

/** A name as it appears as a label's value: Velero shortens what is too long for one. */
export function labelValue(name: string): string {
  if (name.length <= 63) {
    return name;
  }
  const hash = createHash('sha256').update(name).digest('hex');
  return name.slice(0, 57) + hash.slice(0, 6);
}
