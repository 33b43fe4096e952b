import { Bucket } from './Bucket';

/** All buckets of a sandbox, as if every provider kept them in one place. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>();

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
}
