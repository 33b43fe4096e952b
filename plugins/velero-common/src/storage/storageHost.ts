import { StorageServiceId } from './storageServices';

/** What the name of a host tells of the store behind it. */
export interface StorageHost {
  service: StorageServiceId;
  /** Equal for hosts of one store. */
  store: string;
  /** Stores of other names that may hold the same buckets. */
  mayBe?: string[];
}

/** Names have no more; looking for the parts of a longer text would take long. */
const MAXIMUM_HOST = 253;

type HostForm = [
  StorageServiceId,
  RegExp,
  (parts: Record<string, string>) => string | Omit<StorageHost, 'service'>,
];

/** How names of regions begin where hosts end with something else than `com`. */
const AWS_PARTITIONS: Record<string, string | undefined> = {
  'com.cn': 'cn-',
  // The European Sovereign Cloud, which shares no bucket with the rest.
  eu: 'eusc-',
};

export const GOOGLE_STORE = 'gcs';

/**
 * Hosts of the services, with whatever a bucket or a choice of route adds to them. Names of buckets are unique in all
 * of AWS, of Google and of a site of Huawei, whichever host they are asked for at.
 */
const FORMS: HostForm[] = [
  [
    'aws-s3',
    /^(?:.+\.)?s3(?<rest>[a-z0-9.-]*)\.amazonaws\.(?<end>com|com\.cn|eu)$/,
    ({ rest, end }) =>
      awsStore(AWS_PARTITIONS[end] ?? rest.replace(/^.*?us-gov-/, 'us-gov-')),
  ],
  [
    'cloudflare-r2',
    /^(?:.+\.)?(?<account>(?!(?:eu|us|fedramp)\.)[a-z0-9-]+)(?:\.(?:eu|us|fedramp))?\.r2\.cloudflarestorage\.com$/,
    ({ account }) => `r2:${account}`,
  ],
  [
    'hetzner',
    /^(?:.+\.)?(?<location>[a-z0-9-]+)\.your-objectstorage\.com$/,
    ({ location }) => `hetzner:${location}`,
  ],
  [
    'oci',
    /^(?:.+\.)?vhcompat\.objectstorage\.(?<region>[a-z0-9-]+)\.(?:oraclecloud|oci\.customer-oci)\.com$/,
    ({ region }) => ociRegion(region),
  ],
  [
    'oci',
    /^(?:.+\.)?(?<namespace>(?!compat\.)[a-z0-9-]+)\.(?:compat\.)?objectstorage\.(?<region>[a-z0-9-]+)\.(?:oraclecloud|oci\.customer-oci)\.com$/,
    ({ namespace, region }) => ({
      store: `${ociRegion(region)}${namespace}`,
      mayBe: [ociRegion(region)],
    }),
  ],
  [
    'huawei-obs',
    /^(?:.+\.)?obs(?:\.[a-z0-9-]+)?\.myhuaweicloud\.(?<site>com|eu)$/,
    ({ site }) => `obs:${site}`,
  ],
  [
    'google-gcs',
    /^(?:.+\.)?(?:commondatastorage|storage(?:\.[a-z0-9-]+\.rep)?)\.googleapis\.com$/,
    () => GOOGLE_STORE,
  ],
];

/** Tells which service answers at a host, in lower case and without a dot at the end; nothing for any other store. */
export function storageHostOf(host: string): StorageHost | undefined {
  if (host.length > MAXIMUM_HOST) {
    return undefined;
  }
  for (const [service, form, storeOfParts] of FORMS) {
    const match = form.exec(host);
    if (match) {
      const store = storeOfParts({ ...match.groups });
      return { service, ...(typeof store === 'string' ? { store } : store) };
    }
  }
  return undefined;
}

/**
 * What is asked for with the bucket in the host name, where no namespace stands. Such names are unique in a region, and
 * each of the buckets is found in the namespace of some tenancy, too.
 */
function ociRegion(region: string): string {
  return `oci:${region}:`;
}

/** Names of buckets are unique in a partition of AWS. */
export function awsStore(region: string): string {
  const partition = ['cn-', 'eusc-', 'us-gov-'].find(start =>
    region.startsWith(start),
  );
  return `aws:${partition ?? ''}`;
}
