import { ClusterError } from '../ClusterError';

/**
 * Joins a caller's signal with a time limit. Unlike `AbortSignal.any` with `AbortSignal.timeout` it leaves nothing
 * behind at the caller's signal once it has ended, and that signal lives as long as the process.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #parent: AbortSignal;
  readonly #timer: NodeJS.Timeout;

  /** @param options - `tooLate` is what the signal is aborted with when the time is over */
  constructor(options: {
    signal: AbortSignal;
    milliseconds: number;
    tooLate?: Error;
  }) {
    const { signal, milliseconds } = options;
    const { tooLate = clusterTooLate(milliseconds) } = options;
    this.#parent = signal;
    this.#timer = setTimeout(
      () => this.#controller.abort(tooLate),
      milliseconds,
    );
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

  end() {
    clearTimeout(this.#timer);
    this.#parent.removeEventListener('abort', this.#cancel);
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
