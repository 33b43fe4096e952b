import { RestoreWish } from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../../clusters/ClusterConnection';

/** Whether what a drill makes can be removed again; nothing for what is no drill. */
export async function readDrillRight(
  connection: ClusterConnection,
  { drill, namespaces }: RestoreWish,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  if (!drill) {
    return undefined;
  }
  const rights = await Promise.all(
    namespaces.map(({ target: name }) =>
      connection.mayRemove({
        resource: 'namespaces',
        namespace: '',
        name,
        signal,
      }),
    ),
  );
  return rights.every(Boolean);
}
