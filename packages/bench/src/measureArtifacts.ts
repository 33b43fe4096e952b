import { Child } from './Child';
import { Portal } from './Portal';
import { atMost, measured, Result } from './printTable';
import { BackendMeasures, BackendRequest } from './roles';
import { BenchSetup, startBackend } from './startBackend';
import { timed } from './statistics';

const MEBIBYTE = 2 ** 20;
const FIRST_LINES = 64 * 1024;

/** Reads a large log, and a file that unpacks to more than any memory holds. */
export async function measureArtifacts(setup: BenchSetup): Promise<Result[]> {
  const { backend, url } = await startBackend(setup);
  const portal = new Portal(url);
  try {
    await untilReadable(portal);
    return [
      ...(await measureLog(backend, portal)),
      ...(await measureBomb(backend, portal)),
    ];
  } finally {
    await backend.stop();
  }
}

async function untilReadable(portal: Portal): Promise<void> {
  for (;;) {
    const response = await portal.file('small-log', 'logs');
    await response.text();
    if (response.ok) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

async function measureLog(
  backend: Child<BackendRequest>,
  portal: Portal,
): Promise<Result[]> {
  // The pieces of the first log wait for a garbage collector that has had no reason to hurry before.
  const first = await growthOf(backend, () => readLog(portal));
  const further = await growthOf(backend, () => readLog(portal));
  return [
    measured('log, unpacked', first.result.bytes / MEBIBYTE, 'MiB'),
    atMost('  first lines', first.result.firstLines / 1_000, 's', 2),
    measured('  all of it', first.result.all / 1_000, 's'),
    measured('  memory for the first of a process', first.grown, 'MB'),
    atMost('  memory for each further one', further.grown, 'MB', 32),
  ];
}

async function measureBomb(
  backend: Child<BackendRequest>,
  portal: Portal,
): Promise<Result[]> {
  const { result, grown } = await growthOf(backend, () =>
    timed(async () => {
      const response = await portal.file('bomb', 'resources');
      return { status: response.status, text: await response.text() };
    }),
  );
  const { status, text } = result.result;
  if (status < 400 || !/larger than the portal reads/.test(text)) {
    throw new Error(`The bomb was not refused: ${status} ${text}`);
  }
  return [
    measured(
      'file of 10 GiB unpacked, refused after',
      result.milliseconds,
      'ms',
    ),
    atMost('  memory, more than before', grown, 'MB', 64),
  ];
}

/** How much more memory than before the backend holds at most while something is done. */
async function growthOf<T>(
  backend: Child<BackendRequest>,
  action: () => Promise<T>,
): Promise<{ result: T; grown: number }> {
  await backend.ask({ ask: 'reset' });
  const before = await backend.ask<BackendMeasures>({ ask: 'measure' });
  const result = await action();
  const after = await backend.ask<BackendMeasures>({ ask: 'measure' });
  return { result, grown: after.peakRssMegabytes - before.rssMegabytes };
}

async function readLog(portal: Portal) {
  const start = performance.now();
  const response = await portal.file('large-log', 'logs');
  let bytes = 0;
  let firstLines = 0;
  for await (const piece of response.body!) {
    bytes += piece.length;
    if (bytes >= FIRST_LINES && firstLines === 0) {
      firstLines = performance.now() - start;
    }
  }
  return { bytes, firstLines, all: performance.now() - start };
}
