/** How long an answer of our own backend may take before the reader is told. */
const DEFAULT_TIME_LIMIT_MS = 30_000;

interface RefresherOptions<T> {
  load(signal: AbortSignal): Promise<T>;
  onValue(value: T): void;
  onError(error: Error): void;
  timeLimitMs?: number;
}

/**
 * Loads one thing again and again on demand, never twice at a time. A request that comes while one is under way is
 * honoured after it: aborting the first would starve a reader whose answers take longer than changes take to come.
 */
export class Refresher<T> {
  readonly #options: RefresherOptions<T>;
  #running?: AbortController;
  #again = false;
  #stopped = false;

  constructor(options: RefresherOptions<T>) {
    this.#options = options;
  }

  request(): void {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#load();
  }

  stop(): void {
    this.#stopped = true;
    this.#running?.abort();
  }

  async #load() {
    const controller = new AbortController();
    this.#running = controller;
    try {
      const value = await withTimeLimit(this.#options, controller);
      this.#settle(() => this.#options.onValue(value));
    } catch (error) {
      this.#settle(() => this.#options.onError(error as Error));
    }
  }

  #settle(report: () => void) {
    this.#running = undefined;
    if (this.#stopped) {
      return;
    }
    report();
    if (this.#again) {
      this.#again = false;
      this.#load();
    }
  }
}

async function withTimeLimit<T>(
  options: RefresherOptions<T>,
  controller: AbortController,
): Promise<T> {
  const { load, timeLimitMs = DEFAULT_TIME_LIMIT_MS } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`No answer within ${timeLimitMs / 1000} seconds`));
      controller.abort();
    }, timeLimitMs);
  });
  try {
    return await Promise.race([load(controller.signal), limit]);
  } finally {
    clearTimeout(timer);
  }
}
