import { unwrapped } from '../net/addressKind';
import { ipv4Text, parseIpAddress } from '../net/ipAddress';
import { urlOfEndpoint } from './endpointUrl';
import { awsStore, GOOGLE_STORE, storageHostOf } from './storageHost';

/** What tells a store of buckets from another, as far as a storage location shows it. @public */
export interface StoreAddress {
  /** As in `spec.provider`. */
  provider?: string;
  /** As in `config.s3Url`; absent where Velero's plugin knows the address. */
  endpoint?: string;
  /** As in `config.region`. */
  region?: string;
  bucket?: string;
}

/**
 * A text that is equal for addresses that lead to one store, however they are written: with another case, a default
 * port, a slash at the end, the bucket in the host, another route of the same service, another form of the same IP
 * address. Two names that only DNS knows to be one cannot be told.
 *
 * @public
 */
export function storeOf(address: StoreAddress): string {
  return possibleStoresOf(address)[0];
}

/**
 * The store, and after it others that may hold the same bucket: that cannot be told by their addresses.
 *
 * @public
 */
export function possibleStoresOf(address: StoreAddress): string[] {
  const provider = (address.provider ?? '').replace(/^velero\.io\//, '');
  if (!address.endpoint) {
    return [storeWithoutEndpoint(provider, address.region ?? '')];
  }
  const url = urlOfEndpoint(address.endpoint);
  if (!url) {
    return [`unreadable:${address.endpoint.toLowerCase()}`];
  }
  const host = url.hostname.replace(/\.$/, '');
  const { store, mayBe = [] } = storageHostOf(host) ?? {
    store: hostStore(host, url.port, address.bucket),
  };
  return [store, ...mayBe];
}

function storeWithoutEndpoint(provider: string, region: string): string {
  if (provider === 'aws') {
    return awsStore(region);
  }
  return provider === 'gcp' ? GOOGLE_STORE : provider;
}

/** A store answers by either scheme, and with the bucket in its host name or without. */
function hostStore(host: string, port: string, bucket?: string): string {
  const start = `${(bucket ?? '').toLowerCase()}.`;
  const plain =
    start !== '.' && host.startsWith(start) ? host.slice(start.length) : host;
  const isDefault = ['', '80', '443'].includes(port);
  return `s3:${addressName(plain)}${isDefault ? '' : `:${port}`}`;
}

/** An IPv4 address within one of IPv6 as what it leads to; any other host as it is. */
function addressName(host: string): string {
  const address = parseIpAddress(host.replace(/^\[|\]$/g, ''));
  const inner =
    address && unwrapped(address).find(({ version }) => version === 4);
  return inner ? ipv4Text(inner) : host;
}
