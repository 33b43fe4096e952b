import { StoreAddress, storeOf } from './storeOf';

/** Where a storage location keeps its objects, with what tells its store. @public */
export interface LocatedPlace extends StoreAddress {
  prefix?: string;
}

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
  first: LocatedPlace,
  second: LocatedPlace,
): PlaceOverlap | undefined {
  const root = bucketKeyOf(first);
  return root !== undefined && root === bucketKeyOf(second)
    ? prefixesOverlap(first.prefix, second.prefix)
    : undefined;
}

/**
 * A text that is equal for places in one bucket, or `undefined` when the bucket is not known.
 *
 * @public
 */
export function bucketKeyOf(place: LocatedPlace): string | undefined {
  // Some stores tell buckets by case, others do not; no preset allows upper case.
  return place.bucket
    ? JSON.stringify([storeOf(place), place.bucket.toLowerCase()])
    : undefined;
}

/** Of two places in one bucket. */
export function prefixesOverlap(
  first: string | undefined,
  second: string | undefined,
): PlaceOverlap | undefined {
  const [one, other] = [pathOf(first), pathOf(second)];
  if (one === other) {
    return 'equal';
  }
  if (other.startsWith(one)) {
    return 'outer';
  }
  return one.startsWith(other) ? 'inner' : undefined;
}

/** A prefix as a folder; the root of the bucket is empty, so that everything lies within it. */
function pathOf(prefix = ''): string {
  const path = prefix.replace(/^\/+|\/+$/g, '');
  return path && `${path}/`;
}
