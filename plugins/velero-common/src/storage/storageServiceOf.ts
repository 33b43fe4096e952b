import { StoragePlace } from '../velero/storagePlace';
import { StorageServiceId } from './storageServices';

/** Domains that the services answer at, whatever plugin of Velero speaks to them. */
const domains: Array<[RegExp, StorageServiceId]> = [
  [/\.r2\.cloudflarestorage\.com$/, 'cloudflare-r2'],
  [/\.your-objectstorage\.com$/, 'hetzner'],
  [/\.objectstorage\.[a-z0-9-]+\.(oraclecloud|oci\.customer-oci)\.com$/, 'oci'],
  [/^obs\.[a-z0-9-]+\.myhuaweicloud\.(com|eu)$/, 'huawei-obs'],
  [/(^|\.)storage\.googleapis\.com$/, 'google-gcs'],
  [/(^|\.)s3[a-z0-9.-]*\.amazonaws\.com(\.cn)?$/, 'aws-s3'],
];

/** Providers of Velero's plugins whose service is plain without an endpoint. */
const providers: Record<string, StorageServiceId> = {
  aws: 'aws-s3',
  gcp: 'google-gcs',
  'huawei.com/huaweicloud': 'huawei-obs',
};

/**
 * Tells which service a storage location lies in.
 *
 * @returns nothing for a store that is not known, as one on premises: `aws` with an endpoint may be any of them
 * @public
 */
export function storageServiceOf(
  place: StoragePlace,
): StorageServiceId | undefined {
  const { provider = '', endpoint } = place;
  if (!endpoint) {
    return providers[provider.replace(/^velero\.io\//, '')];
  }
  const host = hostOf(endpoint);
  return domains.find(([domain]) => domain.test(host))?.[1];
}

function hostOf(endpoint: string): string {
  const url = /^[a-z]+:\/\//i.test(endpoint) ? endpoint : `https://${endpoint}`;
  return URL.canParse(url) ? new URL(url).hostname : '';
}
