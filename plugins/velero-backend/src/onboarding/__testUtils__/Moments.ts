/** The moments at which a replica of the portal is about to change something outside of itself, one after the other. */
export class Moments {
  readonly #at: number;
  readonly #strike: (moments: Moments) => void | Promise<unknown>;
  #count = 0;
  #isDead = false;

  /** @param at - the moment at which it is struck, from 1 */
  constructor(
    at: number,
    strike: (moments: Moments) => void | Promise<unknown>,
  ) {
    this.#at = at;
    this.#strike = strike;
  }

  get wasStruck(): boolean {
    return this.#count >= this.#at;
  }

  /** From now on nothing goes out of the replica, and nothing comes in. */
  kill(): void {
    this.#isDead = true;
  }

  /** The same target as the replica reaches it; `changes` are the calls that change something. */
  on<T extends object>(target: T, changes: Array<keyof T>): T {
    return new Proxy(target, {
      get: (_, key) => {
        const value = Reflect.get(target, key);
        return typeof value === 'function'
          ? async (...parts: unknown[]) => {
              await this.#pass(changes.includes(key as keyof T));
              return value.apply(target, parts);
            }
          : value;
      },
    });
  }

  async #pass(isChange: boolean): Promise<void> {
    if (isChange && !this.#isDead) {
      this.#count++;
      if (this.#count === this.#at) {
        await this.#strike(this);
      }
    }
    if (this.#isDead) {
      throw new Error('The replica is dead');
    }
  }
}
