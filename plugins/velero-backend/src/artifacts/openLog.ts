import { Readable } from 'node:stream';
import { ArtifactError } from './ArtifactError';

/**
 * Waits for the first piece of a log, so that what fails before is answered as an error. What fails later is told in a
 * last line: the status of the answer has been sent by then.
 */
export async function openLog(
  chunks: AsyncGenerator<Buffer>,
): Promise<Readable> {
  const first = await chunks.next();
  return Readable.from(first.done ? [] : withLastWord(first.value, chunks), {
    objectMode: false,
  });
}

async function* withLastWord(
  first: Buffer,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  try {
    yield first;
    yield* rest;
  } catch (error) {
    if (!(error instanceof ArtifactError)) {
      throw error;
    }
    yield Buffer.from(`\n[The log is cut here. ${error.message}]\n`);
  } finally {
    await rest.return(undefined);
  }
}
