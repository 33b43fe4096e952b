import { Clock } from '../clock/Clock';
import { Buckets } from './Buckets';
import { LINK_EXPIRED, S3Refusal, SIGNATURE_MISMATCH } from './S3Failure';
import { signatureOf } from './signature';
import { StoreCredential } from './StoreCredential';
import { StoreEndpoints } from './StoreEndpoints';

/** Velero signs for ten minutes; there is no setting. */
export const LINK_LIFETIME_MILLIS = 600_000;

interface LinkTarget {
  bucket: string;
  key: string;
}

/**
 * Signs links to objects and checks them, as S3 does. Signing looks neither whether the object exists nor whether the
 * credential is right.
 */
export class DownloadLinks {
  readonly endpoints: StoreEndpoints;
  readonly #clock: Clock;
  readonly #buckets: Buckets;

  constructor(options: {
    clock: Clock;
    buckets: Buckets;
    endpoints: StoreEndpoints;
  }) {
    this.endpoints = options.endpoints;
    this.#clock = options.clock;
    this.#buckets = options.buckets;
  }

  sign(target: LinkTarget, credential: StoreCredential): string {
    const date = this.#clock
      .now()
      .toISOString()
      .replace(/[-:]|\.\d+/g, '');
    const scope = `${date.slice(0, 8)}/us-east-1/s3/aws4_request`;
    const link = this.#linkTo(target, {
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': `${credential.accessKeyId}/${scope}`,
      'X-Amz-Date': date,
      'X-Amz-Expires': String(LINK_LIFETIME_MILLIS / 1000),
      'X-Amz-SignedHeaders': 'host',
      'x-id': 'GetObject',
    });
    const signature = signatureOf(link, credential);
    link.searchParams.set('X-Amz-Signature', signature);
    return link.href;
  }

  /** Why a link is not good; undefined when it is. */
  refusalOf(target: LinkTarget, query: URLSearchParams): S3Refusal | undefined {
    const [accessKeyId] = (query.get('X-Amz-Credential') ?? '').split('/');
    const own = this.#buckets.credential;
    const unknown = this.#buckets.refusalOf({ ...own, accessKeyId });
    if (unknown) {
      return unknown;
    }
    const link = this.#linkTo(target, query);
    if (query.get('X-Amz-Signature') !== signatureOf(link, own)) {
      return SIGNATURE_MISMATCH;
    }
    const start = parseDate(query.get('X-Amz-Date') ?? '');
    const lifetime = Number(query.get('X-Amz-Expires')) * 1000;
    const age = this.#clock.now().getTime() - start;
    return age <= lifetime ? undefined : LINK_EXPIRED;
  }

  #linkTo(
    { bucket, key }: LinkTarget,
    query: URLSearchParams | Record<string, string>,
  ): URL {
    const path = [bucket, ...key.split('/')].map(encodeURIComponent).join('/');
    const link = new URL(`${this.endpoints.plain()}/buckets/${path}`);
    link.search = new URLSearchParams(query).toString();
    return link;
  }
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
