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

type HostForm = [RegExp, (parts: Record<string, string>) => string];

/**
 * Hosts of the services, with whatever a bucket or a choice of route adds to them. Names of buckets are unique in all
 * of AWS, of Google and of a site of Huawei, whichever host they are asked for at.
 */
const FORMS: HostForm[] = [
  [
    /^(?:.+\.)?s3(?<rest>[a-z0-9.-]*)\.amazonaws\.com(?<china>\.cn)?$/,
    ({ rest, china }) =>
      awsStore(china ? 'cn-' : rest.replace(/^.*?us-gov-/, 'us-gov-')),
  ],
  [
    /^(?:.+\.)?(?<account>[0-9a-f]+)(?:\.(?:eu|us|fedramp))?\.r2\.cloudflarestorage\.com$/,
    ({ account }) => `r2:${account}`,
  ],
  [
    /^(?:.+\.)?(?<location>[a-z0-9]+)\.your-objectstorage\.com$/,
    ({ location }) => `hetzner:${location}`,
  ],
  [
    /^(?:.+\.)?(?<namespace>[a-z0-9-]+)\.compat\.objectstorage\.(?<region>[a-z0-9-]+)\.(?:oraclecloud|oci\.customer-oci)\.com$/,
    ({ namespace, region }) => `oci:${region}:${namespace}`,
  ],
  [
    /^(?:.+\.)?obs\.[a-z0-9-]+\.myhuaweicloud\.(?<site>com|eu)$/,
    ({ site }) => `obs:${site}`,
  ],
  [/^(?:.+\.)?storage\.googleapis\.com$/, () => 'gcs'],
];

/**
 * A text that is equal for addresses that lead to one store, however they are written: with another case, a default
 * port, a slash at the end, the bucket in the host, another route of the same service, another form of the same IP
 * address. Two names that only DNS knows to be one cannot be told.
 *
 * @public
 */
export function storeOf(address: StoreAddress): string {
  const provider = (address.provider ?? '').replace(/^velero\.io\//, '');
  if (!address.endpoint) {
    return storeWithoutEndpoint(provider, address.region ?? '');
  }
  const url = urlOf(address.endpoint);
  if (!url) {
    return `unreadable:${address.endpoint.toLowerCase()}`;
  }
  const host = url.hostname.replace(/\.$/, '');
  return serviceStore(host) ?? hostStore(host, url.port, address.bucket);
}

function storeWithoutEndpoint(provider: string, region: string): string {
  if (provider === 'aws') {
    return awsStore(region);
  }
  return provider === 'gcp' ? 'gcs' : provider;
}

/** Names of buckets are unique in a partition of AWS. */
function awsStore(region: string): string {
  const partition = ['cn-', 'us-gov-'].find(start => region.startsWith(start));
  return `aws:${partition ?? ''}`;
}

function serviceStore(host: string): string | undefined {
  for (const [form, storeName] of FORMS) {
    const match = form.exec(host);
    if (match) {
      return storeName({ ...match.groups });
    }
  }
  return undefined;
}

/** A store answers by either scheme, and with the bucket in its host name or without. */
function hostStore(host: string, port: string, bucket?: string): string {
  const start = `${(bucket ?? '').toLowerCase()}.`;
  const plain =
    start !== '.' && host.startsWith(start) ? host.slice(start.length) : host;
  const mapped = /^\[::ffff:([0-9a-f]+):([0-9a-f]+)\]$/.exec(plain);
  const name = mapped ? ipv4Text(mapped[1], mapped[2]) : plain;
  return `s3:${name}${['', '80', '443'].includes(port) ? '' : `:${port}`}`;
}

function ipv4Text(high: string, low: string): string {
  const [a, b] = [parseInt(high, 16), parseInt(low, 16)];
  return [a >> 8, a & 255, b >> 8, b & 255].join('.');
}

function urlOf(endpoint: string): URL | undefined {
  const text = /^[a-z]+:\/\//i.test(endpoint)
    ? endpoint
    : `https://${endpoint}`;
  return URL.canParse(text) ? new URL(text) : undefined;
}
