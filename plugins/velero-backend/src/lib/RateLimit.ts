import { LRUCache } from 'lru-cache';

/** Users whose last questions are remembered. */
const USERS = 10_000;

/** Lets each user do something so many times in a span of time. Each replica counts for itself. */
export class RateLimit {
  readonly #limit: number;
  readonly #times: LRUCache<string, number[]>;
  readonly #span: number;

  /** @param options - `span` in milliseconds */
  constructor(options: { limit: number; span: number }) {
    this.#limit = options.limit;
    this.#span = options.span;
    this.#times = new LRUCache({ max: USERS, ttl: options.span });
  }

  /** @returns false when the user has to wait */
  take(userRef: string): boolean {
    const since = performance.now() - this.#span;
    const recent = (this.#times.get(userRef) ?? []).filter(
      time => time > since,
    );
    const isFree = recent.length < this.#limit;
    if (isFree) {
      recent.push(performance.now());
    }
    this.#times.set(userRef, recent);
    return isFree;
  }
}
