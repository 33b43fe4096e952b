import { possibleStoresOf, storeOf, StoreAddress } from './storeOf';
import { withoutSlashes } from './withoutSlashes';

/**
 * Where a storage location keeps its objects. Two locations with an equal place share their backups, whatever they
 * are called and whichever cluster they belong to.
 *
 * @public
 */
export interface StoragePlace extends StoreAddress {
  prefix?: string;
}

/**
 * A text that is equal for equal places, or `undefined` when the bucket is not known.
 *
 * @public
 */
export function keyOfStoragePlace(place: StoragePlace): string | undefined {
  const { bucket, prefix } = place;
  return bucket && keyOf(storeOf(place), bucket, folderOf(prefix));
}

/**
 * A text that is equal for places in one bucket, or `undefined` when the bucket is not known.
 *
 * @public
 */
export function bucketKeyOf(place: StoragePlace): string | undefined {
  return place.bucket && keyOf(storeOf(place), place.bucket);
}

/** Keys, as `bucketKeyOf` gives them, of the bucket and of those that may be the same one. */
export function possibleBucketKeysOf(place: StoragePlace): string[] {
  const { bucket } = place;
  return bucket
    ? possibleStoresOf(place).map(store => keyOf(store, bucket))
    : [];
}

/** A prefix as a folder; the root of the bucket is empty, so that everything lies within it. */
export function folderOf(prefix = ''): string {
  const path = withoutSlashes(prefix);
  return path && `${path}/`;
}

/** Some stores tell buckets by case, others do not; no preset allows upper case. */
function keyOf(store: string, bucket: string, ...folder: string[]): string {
  return JSON.stringify([store, bucket.toLowerCase(), ...folder]);
}
