import { once } from 'node:events';
import { ServerResponse } from 'node:http';

/** Writes a long answer at the pace at which it is read. */
export class StreamWriter {
  readonly #response: ServerResponse;
  #bytesLeft: number;

  constructor(
    response: ServerResponse,
    options: { cutAfterBytes?: number } = {},
  ) {
    this.#response = response;
    this.#bytesLeft = options.cutAfterBytes ?? Infinity;
  }

  get closed(): boolean {
    return this.#response.destroyed || this.#response.writableEnded;
  }

  /** Resolves when more may be written, or when nobody reads any more. */
  async write(text: string): Promise<void> {
    if (this.closed) {
      return;
    }
    if (this.#bytesLeft !== Infinity && this.#cut(text)) {
      return;
    }
    if (!this.#response.write(text)) {
      const waiting = new AbortController();
      const options = { signal: waiting.signal };
      await Promise.race([
        once(this.#response, 'drain', options),
        once(this.#response, 'close', options),
      ]).finally(() => waiting.abort());
    }
  }

  end() {
    this.#response.end();
  }

  #cut(text: string): boolean {
    const bytes = Buffer.from(text);
    const part = bytes.subarray(0, this.#bytesLeft);
    this.#bytesLeft -= part.length;
    if (this.#bytesLeft > 0) {
      return false;
    }
    this.#response.write(part, () => this.#response.socket?.destroy());
    return true;
  }
}
