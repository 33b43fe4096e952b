/** Services for archival object storage that the portal knows. @public */
export type StorageServiceId =
  | 'aws-s3'
  | 'cloudflare-r2'
  | 'google-gcs'
  | 'hetzner'
  | 'huawei-obs'
  | 'oci';

/** A list price for one gigabyte, before discounts and free allowances. @public */
export interface StoragePrice {
  amount: number;
  currency: 'USD' | 'EUR';
  /** What the list says beside the number, as an allowance. */
  note?: string;
}

/** What a storage service takes. A hint for choosing, not an invoice. @public */
export interface StorageService {
  id: StorageServiceId;
  title: string;
  /** For a gigabyte a month in the standard class; absent where it depends on the region. */
  storage?: StoragePrice;
  /** For a gigabyte sent to the internet, as to a cluster elsewhere; absent where it depends on the region. */
  egress?: StoragePrice;
  /** The provider's own list of prices. */
  source: string;
  /** Month in which the list was read, as `2026-11`. */
  asOf: string;
}

/** The one table of prices, which every screen and check takes them from. @public */
export const storageServices: Record<StorageServiceId, StorageService> = {
  'aws-s3': {
    id: 'aws-s3',
    title: 'AWS S3',
    storage: { amount: 0.023, currency: 'USD', note: 'us-east-1' },
    egress: {
      amount: 0.09,
      currency: 'USD',
      note: 'first 100 GB a month free',
    },
    source: 'https://aws.amazon.com/s3/pricing/',
    asOf: '2026-11',
  },
  'cloudflare-r2': {
    id: 'cloudflare-r2',
    title: 'Cloudflare R2',
    storage: { amount: 0.015, currency: 'USD', note: 'first 10 GB free' },
    egress: { amount: 0, currency: 'USD' },
    source: 'https://developers.cloudflare.com/r2/pricing/',
    asOf: '2026-11',
  },
  'google-gcs': {
    id: 'google-gcs',
    title: 'Google Cloud Storage',
    storage: { amount: 0.02, currency: 'USD', note: 'us-central1' },
    egress: { amount: 0.12, currency: 'USD', note: 'first TB a month' },
    source: 'https://cloud.google.com/storage/pricing',
    asOf: '2026-11',
  },
  hetzner: {
    id: 'hetzner',
    title: 'Hetzner Object Storage',
    storage: {
      amount: 0.005,
      currency: 'EUR',
      note: 'first TB in the base price of 4.99 EUR a month',
    },
    egress: {
      amount: 0.001,
      currency: 'EUR',
      note: 'first TB in the base price',
    },
    source: 'https://docs.hetzner.com/storage/object-storage/overview',
    asOf: '2024-12',
  },
  'huawei-obs': {
    id: 'huawei-obs',
    title: 'Huawei OBS',
    source: 'https://www.huaweicloud.com/intl/en-us/pricing/#/obs',
    asOf: '2026-11',
  },
  oci: {
    id: 'oci',
    title: 'OCI Object Storage',
    storage: { amount: 0.0255, currency: 'USD', note: 'first 10 GB free' },
    egress: {
      amount: 0.0085,
      currency: 'USD',
      note: 'first 10 TB a month free',
    },
    source: 'https://www.oracle.com/cloud/storage/pricing/',
    asOf: '2026-11',
  },
};
