/** A line that is longer is cut; nobody reads it to its end. */
const MAX_LINE_BYTES = 16 * 1024;
const NEWLINE = 10;

/** Splits bytes into lines as they come. Each line is decoded by itself, so that it holds no other memory. */
export class LineSplitter {
  readonly #onLine: (text: string) => void;
  readonly #decoder = new TextDecoder();
  #rest: Uint8Array[] = [];
  #restLength = 0;

  constructor(options: { onLine(text: string): void }) {
    this.#onLine = options.onLine;
  }

  push(chunk: Uint8Array): void {
    let start = 0;
    for (
      let end = chunk.indexOf(NEWLINE);
      end >= 0;
      end = chunk.indexOf(NEWLINE, start)
    ) {
      this.#keep(chunk.subarray(start, end));
      this.#flush();
      start = end + 1;
    }
    this.#keep(chunk.slice(start));
  }

  end(): void {
    if (this.#restLength > 0) {
      this.#flush();
    }
  }

  #keep(part: Uint8Array) {
    const room = MAX_LINE_BYTES - this.#restLength;
    if (part.length > 0 && room > 0) {
      this.#rest.push(part.subarray(0, room));
    }
    this.#restLength += part.length;
  }

  #flush() {
    const decoded = this.#rest.map(part =>
      this.#decoder.decode(part, { stream: true }),
    );
    const text = decoded.join('') + this.#decoder.decode();
    this.#onLine(this.#restLength > MAX_LINE_BYTES ? `${text}…` : text);
    this.#rest = [];
    this.#restLength = 0;
  }
}
