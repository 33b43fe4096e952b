import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { wait } from './wait';

/** Does kinds of work again and again, beside each other, until it is stopped. */
export class WorkLoops {
  readonly #logger: LoggerService;
  readonly #poll: number;
  readonly #stopped = new AbortController();
  readonly #loops: Array<Promise<void>> = [];

  /** @param options - `poll` are the milliseconds between two looks for something to do */
  constructor(options: { logger: LoggerService; poll: number }) {
    this.#logger = options.logger;
    this.#poll = options.poll;
  }

  /** @param work - tells whether there may be more to do at once */
  add(what: string, work: () => Promise<boolean>): void {
    this.#loops.push(this.#repeat(what, work));
  }

  /** Ends when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.all(this.#loops);
  }

  async #repeat(what: string, work: () => Promise<boolean>) {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      const isMore = await work().catch(error => {
        this.#logger.warn(`Cannot ${what}: ${stringifyError(error)}`);
        return false;
      });
      if (!isMore) {
        await wait(this.#poll, signal);
      }
    }
  }
}
