import { setImmediate } from 'node:timers/promises';

/** Lets other work run whenever one piece of work has taken the event loop for a while. */
export class EventLoopShare {
  readonly #milliseconds: number;
  #since = performance.now();

  constructor(milliseconds = 10) {
    this.#milliseconds = milliseconds;
  }

  async pause(): Promise<void> {
    if (performance.now() - this.#since < this.#milliseconds) {
      return;
    }
    await setImmediate();
    this.#since = performance.now();
  }
}
