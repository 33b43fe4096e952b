import { VeleroPlugin } from '../StorageProvider';

export const awsPlugin: VeleroPlugin = {
  image: 'velero/velero-plugin-for-aws',
  objectStore: 'velero.io/aws',
};

export const AWS_PLUGIN_SOURCE =
  'https://github.com/velero-io/velero-plugin-for-aws/blob/main/backupstoragelocation.md';

/**
 * Asks the plugin for no checksum of its own: stores that are not S3 itself refuse the trailer by which it is sent. The
 * plugin takes an absent value as CRC32.
 */
export const NO_CHECKSUM = { checksumAlgorithm: '' };

export const CHECKSUM_LIMIT = {
  text: 'The AWS plugin 1.14.1 and 1.14.2 send checksums that this store does not take; use 1.14.0, or 1.14.3 and later',
  source: 'https://github.com/velero-io/velero/issues/9804',
};
