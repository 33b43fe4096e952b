/** Bounds how many do something costly at the same time. Those who wait are served in order. */
export class Limiter {
  readonly #waiting: Array<() => void> = [];
  #free: number;

  constructor(options: { limit: number }) {
    this.#free = options.limit;
  }

  /** Resolves with a function that gives the place back; calling it again does nothing. */
  async acquire(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#free > 0) {
      this.#free -= 1;
    } else {
      await this.#queue(signal);
    }
    let isHeld = true;
    return () => {
      if (isHeld) {
        isHeld = false;
        this.#release();
      }
    };
  }

  /** A place that becomes free is handed to the next in line and never counted as free in between. */
  #release() {
    const next = this.#waiting.shift();
    if (next) {
      next();
    } else {
      this.#free += 1;
    }
  }

  #queue(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const place = {
        enter: () => {
          signal.removeEventListener('abort', place.leave);
          resolve();
        },
        leave: () => {
          this.#waiting.splice(this.#waiting.indexOf(place.enter), 1);
          reject(signal.reason);
        },
      };
      this.#waiting.push(place.enter);
      signal.addEventListener('abort', place.leave, { once: true });
    });
  }
}
