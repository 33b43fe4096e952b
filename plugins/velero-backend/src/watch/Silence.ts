/**
 * Aborts its signal when nothing has been heard for a while. Servers that do not know streamed lists take the request for
 * a watch, and never say that the list has come to its end.
 */
export class Silence {
  readonly #aborter = new AbortController();
  readonly #timer: NodeJS.Timeout;

  constructor(milliseconds: number) {
    this.#timer = setTimeout(() => this.#aborter.abort(), milliseconds);
  }

  get signal(): AbortSignal {
    return this.#aborter.signal;
  }

  /** Something was heard. */
  interrupt(): void {
    this.#timer.refresh();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
