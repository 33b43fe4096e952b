import {
  isProtectedNamespace,
  SnapshotCluster,
  SnapshotNamespace,
} from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../../clusters/ClusterConnection';
import { NamespaceReader } from './NamespaceReader';

/** Namespaces that are asked for at once: a whole backup may hold all of a cluster. */
const AT_ONCE = 20;

/** Reads the namespaces that a whole backup is restored to. Whoever asks for it need not own them. */
export async function readWhole(options: {
  names: string[];
  cluster: SnapshotCluster;
  reader: NamespaceReader;
  connection: ClusterConnection;
  signal: AbortSignal;
}): Promise<SnapshotNamespace[]> {
  const { cluster, reader, connection, signal } = options;
  const names = options.names.filter(
    name => !isProtectedNamespace(name, cluster),
  );
  const isOwn = async () => false;
  const found: SnapshotNamespace[] = [];
  for (let start = 0; start < names.length; start += AT_ONCE) {
    found.push(
      ...(await Promise.all(
        names
          .slice(start, start + AT_ONCE)
          .map(name =>
            reader.read(
              { cluster: cluster.name, name, isOwn, signal },
              connection,
            ),
          ),
      )),
    );
  }
  return found;
}
