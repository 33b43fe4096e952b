import { pipeline, Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { errorCode } from '../clusters/http/networkError';
import { ArtifactError } from './ArtifactError';
import { toStoreError } from './storeError';

/** Bounds of one file, and how sentences call it. */
export interface InflateOptions {
  compressedBytes: number;
  inflatedBytes: number;
  noun: string;
}

/**
 * Unpacks a file piece by piece, so that no more of it is in memory than a reader takes. A few kilobytes can unpack to
 * terabytes; it ends at the limit.
 */
export async function* inflate(
  body: Readable,
  options: InflateOptions,
): AsyncGenerator<Buffer> {
  const { inflatedBytes, noun } = options;
  const unpacked = pipeline(
    body,
    upTo(options),
    createGunzip(),
    // Reading reports the errors.
    () => undefined,
  );
  let size = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > inflatedBytes) {
        throw tooLarge(noun, `${inMebibytes(inflatedBytes)} unpacked`);
      }
      yield chunk;
    }
  } catch (error) {
    throw toUnpackError(error, noun);
  } finally {
    body.destroy();
  }
}

function upTo({ compressedBytes, noun }: InflateOptions): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _, callback) {
      size += chunk.length;
      if (size > compressedBytes) {
        callback(tooLarge(noun, inMebibytes(compressedBytes)));
      } else {
        callback(null, chunk);
      }
    },
  });
}

function toUnpackError(error: unknown, noun: string): ArtifactError {
  const code = errorCode(error);
  if (code === 'Z_BUF_ERROR') {
    return new ArtifactError(
      'cut',
      `The ${noun} ends in the middle: it was not stored as a whole, so more of it does not exist`,
    );
  }
  if (code.startsWith('Z_')) {
    return new ArtifactError(
      'not-gzip',
      `What the object store gave as the ${noun} is not packed as Velero packs it; look whether something between the portal and the store answers instead, or has changed the file`,
    );
  }
  return toStoreError(error, noun);
}

function tooLarge(noun: string, size: string): ArtifactError {
  return new ArtifactError(
    'too-large',
    `The ${noun} is larger than the portal reads, ${size}; fetch it with the velero command line instead`,
  );
}

function inMebibytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 10.24) / 100} MiB`;
}
