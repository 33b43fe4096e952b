import { setTimeout as delay } from 'node:timers/promises';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { ContractTarget } from '../target/ContractTarget';
import { QueueWaker } from './QueueWaker';

/** In Velero's time. */
const LOOK_MILLIS = 4_000;

/**
 * Looks after the queues of all regions until the returned function ends that. Only a server that starts again forgets
 * what keeps its queue from going on.
 */
export function keepQueuesAwake(
  { regions, speed }: ContractTarget,
  name: string,
): () => Promise<void> {
  const end = new AbortController();
  const loops = regions.map(async region => {
    const { url, caData, tokens, veleroNamespace, disturb } = region;
    const { signal } = end;
    const kube = new KubernetesClient({
      url,
      caData,
      token: tokens.admin,
      signal,
    });
    const waker = new QueueWaker({ kube, veleroNamespace, name });
    while (await pause(LOOK_MILLIS / speed, signal)) {
      // Cases cut, stop and poison servers; the next look is soon enough then.
      const isStuck = await waker.look().catch(() => waker.forget());
      if (isStuck) {
        await disturb?.killVelero();
        await disturb?.startVelero();
        waker.forget();
      }
    }
    await kube.close();
  });
  return async () => {
    end.abort();
    await Promise.all(loops);
  };
}

/** False when it was ended. */
function pause(millis: number, signal: AbortSignal): Promise<boolean> {
  return delay(millis, true, { signal }).catch(() => false);
}
