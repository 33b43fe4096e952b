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
  if (!first.bucket || rootOf(first) !== rootOf(second)) {
    return undefined;
  }
  const [one, other] = [pathOf(first), pathOf(second)];
  if (one === other) {
    return 'equal';
  }
  if (other.startsWith(one)) {
    return 'outer';
  }
  return one.startsWith(other) ? 'inner' : undefined;
}

/** Some stores tell buckets by case, others do not; no preset allows upper case. */
function rootOf(place: LocatedPlace): string {
  return JSON.stringify([storeOf(place), place.bucket?.toLowerCase()]);
}

/** A prefix as a folder; the root of the bucket is empty, so that everything lies within it. */
function pathOf({ prefix }: LocatedPlace): string {
  const path = (prefix ?? '').replace(/^\/+|\/+$/g, '');
  return path && `${path}/`;
}
