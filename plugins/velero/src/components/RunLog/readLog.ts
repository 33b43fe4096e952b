import { LineSplitter } from './LineSplitter';

/** The backend gives up sooner, and says why. */
const SILENCE_LIMIT_MS = 75_000;

/** The page is drawn anew no more often than this, however fast a log comes. */
const PROGRESS_MS = 250;

/** After so much work the browser gets its turn, since a fast log would leave it none. */
const SLICE_MS = 30;

/** How the backend begins its last line when it cannot give the rest. */
const CUT = /^\[The log is cut here\. (.*)\]$/;

interface ReadLogOptions {
  open(signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  onLine(text: string): void;
  /** Called at the first lines, and then from time to time. */
  onProgress(): void;
  signal: AbortSignal;
}

/**
 * Reads a log line by line as it comes.
 *
 * @returns why it is not whole, when the backend says so in its last line
 * @throws what keeps it from being read; lines that came before have been given
 */
export async function readLog(
  options: ReadLogOptions,
): Promise<string | undefined> {
  const { onLine, onProgress } = options;
  let last = '';
  const splitter = new LineSplitter({
    onLine: text => {
      last = text;
      onLine(text);
    },
  });
  let shownAt = -Infinity;
  let sliceBegan = performance.now();
  await readChunks(options, async chunk => {
    splitter.push(chunk);
    const now = performance.now();
    if (now - shownAt > PROGRESS_MS) {
      onProgress();
      shownAt = now;
    }
    if (now - sliceBegan > SLICE_MS) {
      await nextTask();
      sliceBegan = performance.now();
    }
  });
  splitter.end();
  return CUT.exec(last)?.[1];
}

async function readChunks(
  { open, signal }: ReadLogOptions,
  onChunk: (chunk: Uint8Array) => Promise<void>,
) {
  const stream = await withinLimit(open(signal));
  const reader = stream.getReader();
  const cancel = () => reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', cancel);
  try {
    for (;;) {
      const { done, value } = await withinLimit(reader.read());
      if (done || signal.aborted) {
        return;
      }
      await onChunk(value);
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

async function withinLimit<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Silence for ${SILENCE_LIMIT_MS / 1000} seconds`)),
      SILENCE_LIMIT_MS,
    );
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Lets the browser draw, and answer the reader. */
function nextTask(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, 0);
  });
}
