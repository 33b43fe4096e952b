interface Running<T> {
  work: Promise<T>;
  controller: AbortController;
  waiting: number;
}

/** Lets those who want the same thing at the same time wait for one piece of work. It ends when nobody waits. */
export class SharedWork<T> {
  readonly #running = new Map<string, Running<T>>();

  async join(
    key: string,
    signal: AbortSignal,
    begin: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    const running = this.#running.get(key) ?? this.#begin(key, begin);
    running.waiting += 1;
    try {
      return await unlessAborted(running.work, signal);
    } finally {
      running.waiting -= 1;
      if (running.waiting === 0) {
        this.#forget(key, running);
        running.controller.abort();
      }
    }
  }

  #begin(key: string, begin: (signal: AbortSignal) => Promise<T>): Running<T> {
    const controller = new AbortController();
    const work = begin(controller.signal);
    const running = { work, controller, waiting: 0 };
    this.#running.set(key, running);
    // Who comes after the end begins anew, also while others have yet to take note of it.
    work.then(
      () => this.#forget(key, running),
      () => this.#forget(key, running),
    );
    return running;
  }

  #forget(key: string, running: Running<T>) {
    if (this.#running.get(key) === running) {
      this.#running.delete(key);
    }
  }
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    work
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', leave));
  });
}
