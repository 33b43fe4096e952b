import { ServedKind, SnapshotNamespace } from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';
import { Limiter } from '../../lib/Limiter';

/** Lists at the same time: a whole backup may go to many namespaces. */
const AT_ONCE = 8;

const CLAIMS: ServedKind = {
  group: '',
  kind: 'PersistentVolumeClaim',
  resource: 'persistentvolumeclaims',
  namespaced: true,
};

/**
 * Tells of namespaces that are there whether there are claims in them.
 *
 * @returns all of them; those whose claims the portal may not list without a word
 * @throws ClusterError when the cluster does not tell
 */
export function readClaims(options: {
  namespaces: SnapshotNamespace[];
  connection: ClusterConnection;
  signal: AbortSignal;
}): Promise<SnapshotNamespace[]> {
  const { namespaces, connection, signal } = options;
  const limiter = new Limiter({ limit: AT_ONCE });
  return Promise.all(
    namespaces.map(async namespace => {
      if (namespace.uid === undefined) {
        return namespace;
      }
      const leave = await limiter.acquire(signal);
      try {
        const holdsClaims = await hasClaims(connection, namespace.name, signal);
        return { ...namespace, holdsClaims };
      } finally {
        leave();
      }
    }),
  );
}

/** What may not be read is not known; what cannot be read now is another matter. */
async function hasClaims(
  connection: ClusterConnection,
  namespace: string,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  try {
    const { names } = await connection.listNames({
      ...{ kind: CLAIMS, namespace, limit: 1, signal },
    });
    return names.length > 0;
  } catch (error) {
    if (error instanceof ClusterError && error.kind === 'forbidden') {
      return undefined;
    }
    throw error;
  }
}
