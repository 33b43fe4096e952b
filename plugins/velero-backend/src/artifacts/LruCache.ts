/** Keeps what was used last, up to a total weight. */
export class LruCache<T> {
  readonly #capacity: number;
  /** In the order of use. */
  readonly #entries = new Map<string, { value: T; weight: number }>();
  #weight = 0;

  constructor(options: { capacity: number }) {
    this.#capacity = options.capacity;
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (entry) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
    }
    return entry?.value;
  }

  set(key: string, value: T, weight: number) {
    this.#remove(key);
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#capacity) {
        return;
      }
      this.#remove(oldest);
    }
  }

  #remove(key: string) {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }
}
