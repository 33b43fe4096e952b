import { keyOfStoragePlace, StoragePlace } from './storagePlace';

/**
 * A text that is equal for the objects that stand for one stored backup in several clusters, or `undefined` when the
 * bucket is not known. Their uids differ, and so may the names of their locations; a place holds a name only once.
 *
 * @public
 */
export function storedBackupIdentity(options: {
  place: StoragePlace;
  name: string;
}): string | undefined {
  const place = keyOfStoragePlace(options.place);
  return place && JSON.stringify([...JSON.parse(place), options.name]);
}
