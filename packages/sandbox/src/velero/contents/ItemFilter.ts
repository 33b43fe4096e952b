/** Chooses items by name: those that are included, minus those that are excluded. */
export class ItemFilter {
  readonly #includes: Set<string>;
  readonly #excludes: Set<string>;

  constructor(included: string[] = [], excluded: string[] = []) {
    this.#includes = new Set(included);
    this.#excludes = new Set(excluded);
  }

  includes(name: string): boolean {
    return !this.excludes(name) && (this.#open || this.names(name));
  }

  excludes(name: string): boolean {
    return this.#excludes.has('*') || this.#excludes.has(name);
  }

  /** True when `name` itself, or everything, is in the list of what is included. */
  names(name: string): boolean {
    return this.#includes.has('*') || this.#includes.has(name);
  }

  get includesEverything(): boolean {
    return this.#excludes.size === 0 && (this.#open || this.#includesAll);
  }

  /** True when nothing is said. */
  get empty(): boolean {
    return this.#includes.size === 0 && this.#excludes.size === 0;
  }

  get #open(): boolean {
    return this.#includes.size === 0;
  }

  get #includesAll(): boolean {
    return this.#includes.size === 1 && this.#includes.has('*');
  }
}
