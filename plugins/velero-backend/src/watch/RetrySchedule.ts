import { ClusterError } from '../clusters/ClusterError';
import { ListWatchTiming } from './ListWatchTiming';

/** Decides how long to wait after failures in a row. */
export class RetrySchedule {
  readonly #timing: ListWatchTiming;
  #failures = 0;
  #failingSince?: number;

  constructor(timing: ListWatchTiming) {
    this.#timing = timing;
  }

  succeed() {
    this.#failures = 0;
    this.#failingSince = undefined;
  }

  /** When the first failure of the present row was. */
  get failingSince(): number {
    return this.#failingSince ?? this.#timing.now();
  }

  /** Counts a failure, and gives the milliseconds to wait because of it. */
  fail(error: unknown): number {
    this.#failures += 1;
    this.#failingSince ??= this.#timing.now();
    if (!(error instanceof ClusterError)) {
      return this.#backoff();
    }
    return isRefusal(error) && this.#failures > 1
      ? this.#refusedInterval()
      : Math.max(error.retryAfter ?? 0, this.#backoff());
  }

  /** Anything between nothing and an exponentially growing limit, so that many watches do not come back together. */
  #backoff(): number {
    const { random, backoff } = this.#timing;
    const limit = backoff.min * 2 ** Math.min(this.#failures - 1, 30);
    return random() * Math.min(limit, backoff.max);
  }

  #refusedInterval(): number {
    const { random, refusedInterval } = this.#timing;
    return refusedInterval * (0.75 + random() / 2);
  }
}

/** Somebody has to change something in the cluster before it goes on. */
function isRefusal({ kind }: ClusterError): boolean {
  return (
    kind === 'unauthorized' || kind === 'forbidden' || kind === 'not-found'
  );
}
