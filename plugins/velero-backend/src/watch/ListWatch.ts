import { LoggerService } from '@backstage/backend-plugin-api';
import { Limiter } from '../lib/Limiter';
import { ListWatchRun } from './ListWatchRun';
import { DEFAULT_TIMING, ListWatchTiming } from './ListWatchTiming';
import { ListWatchRunOptions } from './WatchTarget';

/** Keeps sinks in step with clusters: lists a resource once, then follows its changes. */
export class ListWatch {
  readonly #limiter: Limiter;
  readonly #logger: LoggerService;
  readonly #timing: ListWatchTiming;

  constructor(options: {
    /** Shared by all that list at the same time. */
    limiter: Limiter;
    logger: LoggerService;
    timing?: Partial<ListWatchTiming>;
  }) {
    this.#limiter = options.limiter;
    this.#logger = options.logger;
    this.#timing = { ...DEFAULT_TIMING, ...options.timing };
  }

  /**
   * Runs until the signal is aborted, and then resolves. Nothing else ends it: failures of the cluster are reported to
   * the sink, failures of the sink are logged, and after both it goes on from what the sink has accepted.
   */
  async run(options: ListWatchRunOptions): Promise<void> {
    const run = new ListWatchRun({
      ...options,
      limiter: this.#limiter,
      logger: this.#logger,
      timing: this.#timing,
    });
    await run.run();
  }
}
