/** The time of a sandbox, and what happens in it by itself. Nothing of it keeps the process alive. */
export class Clock {
  readonly #speed: number;
  readonly #timers = new Set<NodeJS.Timeout>();
  #time: () => Date;

  /** `speed` is how many of the clock's seconds pass in one of `now`. */
  constructor(options: { now?: () => Date; speed?: number } = {}) {
    const { now = () => new Date(), speed = 1 } = options;
    this.#speed = speed;
    this.#time = speed === 1 ? now : scaled(now, speed);
  }

  /** Another one that shows the same time; its timers end by themselves. */
  fork(): Clock {
    const clock = new Clock({ speed: this.#speed });
    clock.#time = () => this.now();
    return clock;
  }

  get speed(): number {
    return this.#speed;
  }

  now(): Date {
    return this.#time();
  }

  /** Now, as Kubernetes writes it: without fractions of a second. */
  timestamp(): string {
    return formatTime(this.now());
  }

  /** Calls back once; the returned function prevents that. */
  after(millis: number, callback: () => void): () => void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      callback();
    }, millis / this.#speed).unref();
    this.#timers.add(timer);
    return () => this.#clear(timer);
  }

  /** Calls back again and again; the returned function ends that. */
  every(millis: number, callback: () => void): () => void {
    const timer = setInterval(callback, millis / this.#speed).unref();
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

function scaled(now: () => Date, speed: number): () => Date {
  const start = now().getTime();
  return () => new Date(start + (now().getTime() - start) * speed);
}

/** A time as Kubernetes writes it. */
export function formatTime(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
