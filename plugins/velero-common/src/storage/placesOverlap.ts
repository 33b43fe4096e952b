import { bucketKeyOf, folderOf, StoragePlace } from './storagePlace';

/**
 * How two places lie to each other.
 *
 * - `equal`: the backups of one are those of the other
 * - `outer`: the first one contains the second one
 * - `inner`: the first one lies within the second one
 *
 * @public
 */
export type PlaceOverlap = 'equal' | 'outer' | 'inner';

/**
 * Tells how the places overlap; nothing when they have nothing to do with each other.
 *
 * @public
 */
export function placesOverlap(
  first: StoragePlace,
  second: StoragePlace,
): PlaceOverlap | undefined {
  const root = bucketKeyOf(first);
  return root !== undefined && root === bucketKeyOf(second)
    ? prefixesOverlap(first.prefix, second.prefix)
    : undefined;
}

/** Of two places in one bucket. */
export function prefixesOverlap(
  first: string | undefined,
  second: string | undefined,
): PlaceOverlap | undefined {
  const [one, other] = [folderOf(first), folderOf(second)];
  if (one === other) {
    return 'equal';
  }
  if (other.startsWith(one)) {
    return 'outer';
  }
  return one.startsWith(other) ? 'inner' : undefined;
}
