/** The time of a sandbox, and what happens in it by itself. Nothing of it keeps the process alive. */
export class Clock {
  readonly #now: () => Date;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(now: () => Date = () => new Date()) {
    this.#now = now;
  }

  now(): Date {
    return this.#now();
  }

  /** Now, as Kubernetes writes it: without fractions of a second. */
  timestamp(): string {
    return formatTime(this.#now());
  }

  /** Calls back once; the returned function prevents that. */
  after(millis: number, callback: () => void): () => void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      callback();
    }, millis).unref();
    this.#timers.add(timer);
    return () => this.#clear(timer);
  }

  /** Calls back again and again; the returned function ends that. */
  every(millis: number, callback: () => void): () => void {
    const timer = setInterval(callback, millis).unref();
    this.#timers.add(timer);
    return () => this.#clear(timer);
  }

  stop() {
    for (const timer of this.#timers) {
      this.#clear(timer);
    }
  }

  #clear(timer: NodeJS.Timeout) {
    clearTimeout(timer);
    this.#timers.delete(timer);
  }
}

/** A time as Kubernetes writes it. */
export function formatTime(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
