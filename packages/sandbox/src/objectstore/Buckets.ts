import { Bucket } from './Bucket';
import {
  ACCESS_DENIED,
  NO_SUCH_BUCKET,
  S3Refusal,
  SIGNATURE_MISMATCH,
  TIME_TOO_SKEWED,
  UNKNOWN_ACCESS_KEY,
  wrongRegion,
} from './S3Failure';
import { DEFAULT_CREDENTIAL, StoreCredential } from './StoreCredential';
import { StoreFaults } from './StoreFaults';

/** All buckets of a sandbox, as if every provider kept them in one place. */
export class Buckets {
  /** Opens all of them. */
  readonly credential: StoreCredential;
  /** May be changed at any time. */
  readonly faults: StoreFaults = {};
  readonly #buckets = new Map<string, Bucket>();

  constructor(credential: StoreCredential = DEFAULT_CREDENTIAL) {
    this.credential = credential;
  }

  create(name: string): Bucket {
    const bucket = this.#buckets.get(name) ?? new Bucket(name);
    this.#buckets.set(name, bucket);
    return bucket;
  }

  get(name: string): Bucket | undefined {
    return this.#buckets.get(name);
  }

  /** Locations that use the bucket become unavailable. */
  remove(name: string) {
    this.#buckets.delete(name);
  }

  /** Why a request for a bucket is refused; undefined when it is not. Without a region any one is right. */
  refusalIn(request: {
    bucket: string;
    credential: StoreCredential;
    region?: string;
  }): S3Refusal | undefined {
    const { bucket, credential, region } = request;
    const { region: expected, foreign = [] } = this.faults;
    if (region && expected && region !== expected) {
      return wrongRegion(region, expected);
    }
    const refusal = this.refusalOf(credential);
    if (refusal) {
      return refusal;
    }
    if (!this.get(bucket)) {
      return NO_SUCH_BUCKET;
    }
    return foreign.includes(bucket) ? ACCESS_DENIED : undefined;
  }

  /** Why a credential does not open the buckets; undefined when it does. */
  refusalOf(given: StoreCredential): S3Refusal | undefined {
    if (this.faults.skewed) {
      return TIME_TOO_SKEWED;
    }
    if (given.accessKeyId !== this.credential.accessKeyId) {
      return UNKNOWN_ACCESS_KEY;
    }
    return given.secretAccessKey === this.credential.secretAccessKey
      ? undefined
      : SIGNATURE_MISMATCH;
  }
}
