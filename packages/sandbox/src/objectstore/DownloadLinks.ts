import { createHmac, randomBytes } from 'node:crypto';
import { Clock } from '../clock/Clock';

/** Velero signs for ten minutes; there is no setting. */
export const LINK_LIFETIME_MILLIS = 600_000;

interface LinkTarget {
  bucket: string;
  key: string;
}

export type LinkCheck = 'valid' | 'expired' | 'mismatch';

/** Signs links to objects and checks them, in the manner of S3. Signing does not look whether the object exists. */
export class DownloadLinks {
  readonly #secret = randomBytes(32);
  readonly #clock: Clock;
  readonly #baseUrl: () => string;

  constructor(options: { clock: Clock; baseUrl: () => string }) {
    this.#clock = options.clock;
    this.#baseUrl = options.baseUrl;
  }

  sign(target: LinkTarget): string {
    const date = this.#clock
      .now()
      .toISOString()
      .replace(/[-:]|\.\d+/g, '');
    const path = [target.bucket, ...target.key.split('/')]
      .map(encodeURIComponent)
      .join('/');
    const query = new URLSearchParams({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Date': date,
      'X-Amz-Expires': String(LINK_LIFETIME_MILLIS / 1000),
      'X-Amz-SignedHeaders': 'host',
      'X-Amz-Signature': this.#signature(target, date),
    });
    return `${this.#baseUrl()}/buckets/${path}?${query}`;
  }

  check(target: LinkTarget, query: URLSearchParams): LinkCheck {
    const date = query.get('X-Amz-Date') ?? '';
    if (query.get('X-Amz-Signature') !== this.#signature(target, date)) {
      return 'mismatch';
    }
    const age = this.#clock.now().getTime() - parseDate(date);
    return age <= LINK_LIFETIME_MILLIS ? 'valid' : 'expired';
  }

  #signature({ bucket, key }: LinkTarget, date: string): string {
    return createHmac('sha256', this.#secret)
      .update(JSON.stringify(['GET', bucket, key, date]))
      .digest('hex');
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
