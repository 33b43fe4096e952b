import { createHash } from 'node:crypto';
import {
  keyOfStoragePlace,
  StoragePlace,
} from 'backstage-plugin-velero-common';

/** Equal for equal places, and short enough for an index; `null` when the bucket is not known. */
export function digestOfPlace(place: StoragePlace): string | null {
  const key = keyOfStoragePlace(place);
  return key ? createHash('sha256').update(key).digest('hex') : null;
}
