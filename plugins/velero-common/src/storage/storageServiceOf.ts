import { urlOfEndpoint } from './endpointUrl';
import { storageHostOf } from './storageHost';
import { StorageServiceId } from './storageServices';
import { StoreAddress } from './storeOf';

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
export function storageServiceOf({
  provider = '',
  endpoint,
}: StoreAddress): StorageServiceId | undefined {
  if (!endpoint) {
    return providers[provider.replace(/^velero\.io\//, '')];
  }
  const host = urlOfEndpoint(endpoint)?.hostname.replace(/\.$/, '');
  return host === undefined ? undefined : storageHostOf(host)?.service;
}
