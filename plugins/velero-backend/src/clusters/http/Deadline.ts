import { ClusterError } from '../ClusterError';

/**
 * Joins a caller's signal with a time limit. Unlike `AbortSignal.any` with `AbortSignal.timeout` it leaves nothing
 * behind at the caller's signal once it has ended, and that signal lives as long as the process.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #parent: AbortSignal;
  #timer: NodeJS.Timeout;

  /** @param options - `tooLate` is what the signal is aborted with when the time is over */
  constructor(options: {
    signal: AbortSignal;
    milliseconds: number;
    tooLate?: Error;
  }) {
    const { signal, milliseconds, tooLate } = options;
    this.#parent = signal;
    this.#timer = this.#abortAfter(milliseconds, tooLate);
    if (signal.aborted) {
      this.#cancel();
    }
    signal.addEventListener('abort', this.#cancel);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Gives up on work that does not heed the signal. */
  race<T>(work: Promise<T>): Promise<T> {
    const { signal } = this;
    const end = new Promise<never>((_, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
      }
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    return Promise.race([work, end]);
  }

  /** Sets another time limit, from now on, unless it is over already. */
  prolong(options: { milliseconds: number; tooLate: Error }) {
    if (!this.signal.aborted) {
      clearTimeout(this.#timer);
      this.#timer = this.#abortAfter(options.milliseconds, options.tooLate);
    }
  }

  end() {
    clearTimeout(this.#timer);
    this.#parent.removeEventListener('abort', this.#cancel);
  }

  /** Most end in time, and to make an error takes as long as all else here. */
  #abortAfter(milliseconds: number, tooLate?: Error): NodeJS.Timeout {
    return setTimeout(
      () => this.#controller.abort(tooLate ?? clusterTooLate(milliseconds)),
      milliseconds,
    );
  }

  readonly #cancel = () => {
    this.#controller.abort(
      new ClusterError('unreachable', 'The request was cancelled'),
    );
  };
}

function clusterTooLate(milliseconds: number): ClusterError {
  return new ClusterError(
    'unreachable',
    `The cluster did not answer completely within ${milliseconds / 1000} s`,
  );
}
