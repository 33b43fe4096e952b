import { Bucket } from './Bucket';
import { S3Refusal, SIGNATURE_MISMATCH, UNKNOWN_ACCESS_KEY } from './S3Failure';
import { DEFAULT_CREDENTIAL, StoreCredential } from './StoreCredential';

/** All buckets of a sandbox, as if every provider kept them in one place. */
export class Buckets {
  /** Opens all of them. */
  readonly credential: StoreCredential;
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

  /** Why a credential does not open the buckets; undefined when it does. */
  refusalOf(given: StoreCredential): S3Refusal | undefined {
    if (given.accessKeyId !== this.credential.accessKeyId) {
      return UNKNOWN_ACCESS_KEY;
    }
    return given.secretAccessKey === this.credential.secretAccessKey
      ? undefined
      : SIGNATURE_MISMATCH;
  }
}
