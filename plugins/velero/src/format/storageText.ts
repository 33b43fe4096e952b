import { LocationReference } from 'backstage-plugin-velero-common';

/** As `aws payments-backups/eu-west`, or nothing when the bucket is not known. */
export function storageText(location: LocationReference): string | undefined {
  if (!location.bucket) {
    return undefined;
  }
  const prefix = location.prefix?.replace(/^\/+|\/+$/g, '');
  const place = prefix ? `${location.bucket}/${prefix}` : location.bucket;
  return location.provider ? `${location.provider} ${place}` : place;
}
