import { Readable } from 'node:stream';
import { ArtifactError } from './ArtifactError';

/**
 * A log on its way to a reader, who loses it when nothing of it is taken for a while. Unlike with `Readable.from`, its end
 * does not wait until the generator goes on.
 */
export class LogStream extends Readable {
  readonly #pieces: AsyncGenerator<Buffer>;
  readonly #readerSilence: number;
  readonly #end: () => void;
  #silence?: NodeJS.Timeout;

  /** @param options - `end` gives back what stands behind the pieces; `readerSilence` in milliseconds */
  constructor(options: {
    pieces: AsyncGenerator<Buffer>;
    readerSilence: number;
    end(): void;
  }) {
    super();
    this.#pieces = options.pieces;
    this.#readerSilence = options.readerSilence;
    this.#end = options.end;
    this.#awaitReader();
  }

  _read() {
    clearTimeout(this.#silence);
    this.#pieces.next().then(
      ({ done, value }) => {
        if (!this.destroyed) {
          this.#awaitReader();
          this.push(done ? null : value);
        }
      },
      error => this.destroy(error),
    );
  }

  _destroy(error: Error | null, callback: (error?: Error | null) => void) {
    clearTimeout(this.#silence);
    this.#end();
    callback(error);
  }

  #awaitReader() {
    this.#silence = setTimeout(
      () => this.destroy(notRead(this.#readerSilence)),
      this.#readerSilence,
    );
  }
}

function notRead(milliseconds: number): ArtifactError {
  return new ArtifactError(
    'too-slow',
    `The portal gave the log up, because its reader took nothing of it for ${
      milliseconds / 1000
    } s; try again, or fetch it with the velero command line`,
  );
}
