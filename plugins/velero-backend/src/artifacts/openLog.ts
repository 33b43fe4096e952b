import { addAbortListener } from 'node:events';
import { Readable } from 'node:stream';
import { Download } from './ArtifactDownloads';
import { ArtifactError } from './ArtifactError';
import { ArtifactLimits } from './ArtifactLimits';
import { LogStream } from './LogStream';

/**
 * Waits for the first piece of a log, so that what fails before is answered as an error. What fails later is told in a
 * last line: the status of the answer has been sent by then. Who does not read would not take that line, so the log is
 * destroyed for them when they have taken nothing for a while, or the download has to end.
 */
export async function openLog(
  download: Download,
  { readerSilence }: Pick<ArtifactLimits, 'readerSilence'>,
): Promise<Readable> {
  const { signal } = download;
  try {
    const first = await download.chunks.next();
    const log = new LogStream({
      pieces: withLastWord(first, download.chunks),
      readerSilence,
      end: () => download.end(),
    });
    // Whoever reads hears of errors; one that comes before must not end the process.
    log.on('error', () => undefined);
    const letGo = () => {
      if (signal.aborted && !log.readableFlowing) {
        log.destroy(signal.reason);
      }
    };
    log.on('pause', letGo);
    addAbortListener(signal, letGo);
    return log;
  } catch (error) {
    download.end();
    throw error;
  }
}

async function* withLastWord(
  first: IteratorResult<Buffer>,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  if (first.done) {
    return;
  }
  try {
    yield first.value;
    yield* rest;
  } catch (error) {
    if (!(error instanceof ArtifactError)) {
      throw error;
    }
    yield Buffer.from(`\n[The log is cut here. ${error.message}]\n`);
  }
}
