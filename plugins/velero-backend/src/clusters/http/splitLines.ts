import { Readable } from 'node:stream';
import { ClusterError } from '../ClusterError';

const NEWLINE = 0x0a;

/** Joins the parts of a line only once it is complete, so that a long line costs no repeated copying. */
class LineBuffer {
  readonly #maxBytes: number;
  #parts: Buffer[] = [];
  length = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  append(part: Buffer) {
    if (part.length === 0) {
      return;
    }
    this.length += part.length;
    if (this.length > this.#maxBytes) {
      throw new ClusterError(
        'malformed',
        `The cluster sent an event larger than ${this.#maxBytes} bytes`,
      );
    }
    this.#parts.push(part);
  }

  take(): Buffer {
    const line =
      this.#parts.length === 1
        ? this.#parts[0]
        : Buffer.concat(this.#parts, this.length);
    this.#parts = [];
    this.length = 0;
    return line;
  }
}

/** Cuts a stream into its lines, and gives those together that end in the same chunk. */
export async function* splitLines(
  body: Readable,
  maxLineBytes: number,
): AsyncGenerator<Buffer[]> {
  const line = new LineBuffer(maxLineBytes);
  for await (const chunk of body as AsyncIterable<Buffer>) {
    const lines: Buffer[] = [];
    let start = 0;
    let end = chunk.indexOf(NEWLINE);
    while (end !== -1) {
      line.append(chunk.subarray(start, end));
      if (line.length > 0) {
        lines.push(line.take());
      }
      start = end + 1;
      end = chunk.indexOf(NEWLINE, start);
    }
    line.append(chunk.subarray(start));
    if (lines.length > 0) {
      yield lines;
    }
  }
  if (line.length > 0) {
    throw new ClusterError(
      'unreachable',
      'The stream from the cluster broke off in the middle of an event',
    );
  }
}
