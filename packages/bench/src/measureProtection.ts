import { Portal } from './Portal';
import { atMost, measured, Result } from './printTable';
import { BenchSetup, startBackend } from './startBackend';
import { percentile, timed } from './statistics';

const QUESTIONS = 500;
const WARM_UP = 20;

/** Asks whether an entity with many namespaces in several clusters is protected. */
export async function measureProtection(setup: BenchSetup): Promise<Result[]> {
  const { backend, url } = await startBackend(setup);
  const portal = new Portal(url);
  try {
    const { namespaces } = await untilTold(portal);
    const times: number[] = [];
    for (let i = 0; i < WARM_UP + QUESTIONS; i++) {
      times.push((await timed(() => portal.protection())).milliseconds);
    }
    const counted = times.slice(WARM_UP);
    const { length } = namespaces;
    return [
      measured('protection of an entity, namespaces', length, ''),
      atMost('  p50', percentile(counted, 0.5), 'ms', 40),
      atMost('  p99', percentile(counted, 0.99), 'ms', 40),
    ];
  } finally {
    await backend.stop();
  }
}

/** Waits until all clusters are read; an answer without all of them would be quick and wrong. */
async function untilTold(portal: Portal) {
  for (;;) {
    const answer = await portal.protection();
    if (answer?.state === 'protected') {
      return answer;
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}
