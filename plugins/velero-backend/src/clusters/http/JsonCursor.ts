const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/** Says where values end without parsing them. What it cuts out still has to be parsed, which finds what is no JSON. */
export class JsonCursor {
  readonly #text: Buffer;
  #position = 0;

  constructor(text: Buffer) {
    this.#text = text;
  }

  /** Steps over a character if it comes next. */
  take(character: string): boolean {
    this.#skipWhitespace();
    const isNext = this.#text[this.#position] === character.charCodeAt(0);
    if (isNext) {
      this.#position += 1;
    }
    return isNext;
  }

  /** Cuts out the value that comes next. */
  cutValue(): Buffer {
    this.#skipWhitespace();
    const start = this.#position;
    this.#skipValue();
    return this.#text.subarray(start, this.#position);
  }

  /** True when nothing but whitespace is left. */
  get isAtEnd(): boolean {
    this.#skipWhitespace();
    return this.#position >= this.#text.length;
  }

  #skipWhitespace() {
    while (this.#text[this.#position] <= 0x20) {
      this.#position += 1;
    }
  }

  #skipValue() {
    let depth = 0;
    while (this.#position < this.#text.length) {
      const byte = this.#text[this.#position];
      if (depth === 0 && isAfterValue(byte)) {
        return;
      }
      if (byte === QUOTE) {
        this.#skipString();
      } else {
        depth += depthChange(byte);
        this.#position += 1;
      }
    }
  }

  /** Leaves most bytes to the search, which is native. */
  #skipString() {
    let end = this.#position;
    do {
      end = this.#text.indexOf(QUOTE, end + 1);
    } while (end !== -1 && this.#isEscaped(end));
    this.#position = end === -1 ? this.#text.length : end + 1;
  }

  #isEscaped(index: number): boolean {
    let start = index;
    while (this.#text[start - 1] === BACKSLASH) {
      start -= 1;
    }
    return (index - start) % 2 === 1;
  }
}

/** Only the end of what surrounds a value, or the comma and colon around it, can follow it. */
function isAfterValue(byte: number): boolean {
  return (
    byte === COMMA ||
    byte === 0x3a ||
    byte === CLOSE_ARRAY ||
    byte === CLOSE_OBJECT
  );
}

function depthChange(byte: number): number {
  switch (byte) {
    case OPEN_OBJECT:
    case OPEN_ARRAY:
      return 1;
    case CLOSE_OBJECT:
    case CLOSE_ARRAY:
      return -1;
    default:
      return 0;
  }
}
