import { Child } from './Child';
import { Portal } from './Portal';
import { atLeast, atMost, measured, Result } from './printTable';
import { BackendMeasures, BackendRequest } from './roles';
import { LargeCluster, startBackend } from './startBackend';
import { timed } from './statistics';

/** Reads the whole cluster into an empty database, and again when nothing has changed. */
export async function measureSync(setup: LargeCluster): Promise<Result[]> {
  const cold = await sync(setup);
  const warm = await sync(setup);
  return [
    atMost('cold sync until visible', cold.milliseconds / 1_000, 's', 15),
    atMost('  event loop blocked, p99.9', cold.after.eventLoopP999, 'ms', 50),
    measured('  event loop blocked, max', cold.after.eventLoopMax, 'ms'),
    measured(
      '  memory, more than before',
      cold.after.rssMegabytes - cold.before.rssMegabytes,
      'MB',
    ),
    atLeast('  rows written', cold.after.rowsWritten, '', setup.backups),
    atMost('unchanged resync until live', warm.milliseconds / 1_000, 's', 1.5),
    atMost('  rows written', warm.after.rowsWritten, '', 0),
  ];
}

async function sync(setup: LargeCluster) {
  const { backend, url } = await startBackend(setup);
  try {
    return await untilSynced(backend, new Portal(url), setup.probed);
  } finally {
    await backend.stop();
  }
}

async function untilSynced(
  backend: Child<BackendRequest>,
  portal: Portal,
  probed: number,
) {
  const before = await backend.ask<BackendMeasures>({ ask: 'measure' });
  const { milliseconds } = await timed(async () => {
    // The first request compiles the validation of all routes, which is no part of the sync that runs beside it.
    await portal.backups();
    await backend.ask({ ask: 'reset' });
    await portal.synced(probed);
  });
  const after = await backend.ask<BackendMeasures>({ ask: 'measure' });
  return { milliseconds, before, after };
}
