/**
 * Where a storage location keeps its objects. Two locations with an equal place share their backups, whatever they
 * are called and whichever cluster they belong to.
 *
 * @public
 */
export interface StoragePlace {
  provider?: string;
  /** Host of `config.s3Url` or the provider's own endpoint when that is absent. */
  endpoint?: string;
  bucket?: string;
  prefix?: string;
}

/**
 * A text that is equal for equal places, or `undefined` when the bucket is not known.
 *
 * @public
 */
export function keyOfStoragePlace(place: StoragePlace): string | undefined {
  if (!place.bucket) {
    return undefined;
  }
  return JSON.stringify([
    (place.provider ?? '').replace(/^velero\.io\//, ''),
    normaliseEndpoint(place.endpoint),
    place.bucket,
    (place.prefix ?? '').replace(/^\/+|\/+$/g, ''),
  ]);
}

function normaliseEndpoint(endpoint: string | undefined): string {
  if (!endpoint) {
    return '';
  }
  try {
    return new URL(endpoint).host.toLowerCase();
  } catch {
    return endpoint.toLowerCase();
  }
}
