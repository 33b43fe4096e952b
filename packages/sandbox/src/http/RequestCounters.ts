/** How many requests a cluster got, by verb and resource (`list backups`) or path (`get /version`). */
export class RequestCounters {
  readonly #counts = new Map<string, number>();

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  count(verb: string, subject: string) {
    const key = `${verb} ${subject}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  get(verb: string, subject: string): number {
    return this.#counts.get(`${verb} ${subject}`) ?? 0;
  }

  snapshot(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }

  reset() {
    this.#counts.clear();
  }
}
