import { createHmac } from 'node:crypto';
import { Clock } from '../clock/Clock';
import { Buckets } from './Buckets';
import { LINK_EXPIRED, S3Refusal, SIGNATURE_MISMATCH } from './S3Failure';
import { StoreCredential } from './StoreCredential';
import { StoreEndpoints } from './StoreEndpoints';

/** Velero signs for ten minutes; there is no setting. */
export const LINK_LIFETIME_MILLIS = 600_000;

const LIFETIME_SECONDS = String(LINK_LIFETIME_MILLIS / 1000);

interface LinkTarget {
  bucket: string;
  key: string;
}

/**
 * Signs links to objects and checks them, in the manner of S3. Signing looks neither whether the object exists nor
 * whether the credential is right.
 */
export class DownloadLinks {
  readonly #clock: Clock;
  readonly #buckets: Buckets;
  readonly endpoints: StoreEndpoints;

  constructor(options: {
    clock: Clock;
    buckets: Buckets;
    endpoints: StoreEndpoints;
  }) {
    this.#clock = options.clock;
    this.#buckets = options.buckets;
    this.endpoints = options.endpoints;
  }

  sign(target: LinkTarget, credential: StoreCredential): string {
    const date = this.#clock
      .now()
      .toISOString()
      .replace(/[-:]|\.\d+/g, '');
    const path = [target.bucket, ...target.key.split('/')]
      .map(encodeURIComponent)
      .join('/');
    const scope = `${date.slice(0, 8)}/us-east-1/s3/aws4_request`;
    const query = new URLSearchParams({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': `${credential.accessKeyId}/${scope}`,
      'X-Amz-Date': date,
      'X-Amz-Expires': LIFETIME_SECONDS,
      'X-Amz-SignedHeaders': 'host',
      'x-id': 'GetObject',
      'X-Amz-Signature': signature(target, date, credential),
    });
    return `${this.endpoints.plain()}/buckets/${path}?${query}`;
  }

  /** Why a link is not good; undefined when it is. */
  refusalOf(target: LinkTarget, query: URLSearchParams): S3Refusal | undefined {
    const date = query.get('X-Amz-Date') ?? '';
    const [accessKeyId] = (query.get('X-Amz-Credential') ?? '').split('/');
    const own = this.#buckets.credential;
    const unknown = this.#buckets.refusalOf({ ...own, accessKeyId });
    if (unknown) {
      return unknown;
    }
    // The signature covers the lifetime too.
    if (
      query.get('X-Amz-Signature') !== signature(target, date, own) ||
      query.get('X-Amz-Expires') !== LIFETIME_SECONDS
    ) {
      return SIGNATURE_MISMATCH;
    }
    const age = this.#clock.now().getTime() - parseDate(date);
    return age <= LINK_LIFETIME_MILLIS ? undefined : LINK_EXPIRED;
  }
}

function signature(
  { bucket, key }: LinkTarget,
  date: string,
  { secretAccessKey }: StoreCredential,
): string {
  return createHmac('sha256', secretAccessKey)
    .update(JSON.stringify(['GET', bucket, key, date]))
    .digest('hex');
}

/** `20261123T054425Z` */
function parseDate(date: string): number {
  return Date.parse(
    date.replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
      '$1-$2-$3T$4:$5:$6Z',
    ),
  );
}
