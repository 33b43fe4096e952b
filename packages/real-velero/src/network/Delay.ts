import { Transform, TransformCallback } from 'node:stream';

/** Passes on each piece so many milliseconds after it came, in order. */
export class Delay extends Transform {
  readonly #millis: () => number;
  readonly #waiting: Array<{ due: number; release: () => void }> = [];
  #timer?: NodeJS.Timeout;

  constructor(millis: () => number) {
    super();
    this.#millis = millis;
  }

  _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback) {
    if (this.#waiting.length === 0 && this.#millis() === 0) {
      // The one way on which a slow reader slows down the writer.
      done(undefined, chunk);
      return;
    }
    this.#enqueue(() => this.push(chunk));
    done();
  }

  _flush(done: TransformCallback) {
    this.#enqueue(done);
  }

  _destroy(error: Error | null, done: (error?: Error | null) => void) {
    clearTimeout(this.#timer);
    this.#waiting.length = 0;
    done(error);
  }

  #enqueue(release: () => void) {
    this.#waiting.push({ due: performance.now() + this.#millis(), release });
    this.#schedule();
  }

  #schedule() {
    const [next] = this.#waiting;
    if (this.#timer || !next) {
      return;
    }
    const wait = Math.max(0, next.due - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#waiting.shift();
      next.release();
      this.#schedule();
    }, wait);
  }
}
