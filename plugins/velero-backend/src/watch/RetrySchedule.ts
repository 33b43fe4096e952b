import { ClusterError } from '../clusters/ClusterError';
import { ListWatchTiming } from './ListWatchTiming';

/** Decides how long to wait after failures in a row. */
export class RetrySchedule {
  readonly #timing: ListWatchTiming;
  #failures = 0;
  #refusals = 0;
  #failingSince?: number;

  constructor(timing: ListWatchTiming) {
    this.#timing = timing;
  }

  succeed() {
    this.#failures = 0;
    this.#refusals = 0;
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
    if (!isRefusal(error)) {
      this.#refusals = 0;
      return Math.max(error.retryAfter ?? 0, this.#backoff());
    }
    this.#refusals += 1;
    return this.#refusedInterval();
  }

  /** Anything between nothing and an exponentially growing limit, so that many watches do not come back together. */
  #backoff(): number {
    const { random, backoff } = this.#timing;
    const limit = backoff.min * 2 ** Math.min(this.#failures - 1, 30);
    return random() * Math.min(limit, backoff.max);
  }

  /**
   * An API server that has just started refuses everybody for some seconds, because it does not know the roles yet. So
   * the first refusals are soon followed by another try, and only those that go on are taken for an administrator's.
   */
  #refusedInterval(): number {
    const { random, backoff, refusedInterval } = this.#timing;
    const growing = backoff.min * 2 ** Math.min(this.#refusals - 1, 30);
    return Math.min(growing, refusedInterval) * (0.75 + random() / 2);
  }
}

/** Somebody has to change something in the cluster before it goes on. */
function isRefusal({ kind }: ClusterError): boolean {
  return ['unauthorized', 'forbidden', 'not-found', 'not-served'].includes(
    kind,
  );
}
