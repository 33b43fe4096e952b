import {
  ServedKind,
  SnapshotNamespace,
  SnapshotVolume,
} from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';
import { Limiter } from '../../lib/Limiter';
import { NamesReader } from '../NamesReader';

/** Lists at the same time: a whole backup may go to many namespaces. */
const AT_ONCE = 8;

const CLAIMS: ServedKind = {
  group: '',
  kind: 'PersistentVolumeClaim',
  resource: 'persistentvolumeclaims',
  namespaced: true,
};

/** Where a namespace of the backup goes. */
export interface ClaimTarget {
  source: string;
  target: SnapshotNamespace;
}

/**
 * Tells of volumes whose files come back through pods whether their claims are there.
 *
 * @returns all volumes; those whose claims the portal may not list without a word
 * @throws ClusterError when the cluster does not tell
 */
export async function readClaims(options: {
  volumes: SnapshotVolume[];
  targets: ClaimTarget[];
  connection: ClusterConnection;
  signal: AbortSignal;
}): Promise<SnapshotVolume[]> {
  const { volumes, targets, connection, signal } = options;
  const limiter = new Limiter({ limit: AT_ONCE });
  const claimsIn = async (namespace: string) => {
    const leave = await limiter.acquire(signal);
    try {
      return await namesIn(connection, namespace, signal);
    } finally {
      leave();
    }
  };
  const asked = targets.filter(
    ({ source, target }) =>
      target.uid !== undefined && volumes.some(isOfPodsOf(source)),
  );
  const claims = new Map(
    await Promise.all(
      asked.map(
        async ({ source, target }) =>
          [source, await claimsIn(target.name)] as const,
      ),
    ),
  );
  return volumes.map(volume => {
    const names = claims.get(volume.namespace);
    return names ? { ...volume, there: names.has(volume.claim) } : volume;
  });
}

function isOfPodsOf(source: string) {
  return ({ method, namespace }: SnapshotVolume) =>
    method === 'PodVolumeBackup' && namespace === source;
}

/** What may not be read, or is too much to read, is not known; what cannot be read now is another matter. */
async function namesIn(
  connection: ClusterConnection,
  namespace: string,
  signal: AbortSignal,
): Promise<ReadonlySet<string> | undefined> {
  try {
    // A decision hangs on them: what was read for another question does not count.
    return await new NamesReader().read(connection, CLAIMS, namespace, signal);
  } catch (error) {
    const isPassing =
      signal.aborted ||
      (error instanceof ClusterError && error.kind !== 'forbidden');
    if (isPassing) {
      throw error;
    }
    return undefined;
  }
}
