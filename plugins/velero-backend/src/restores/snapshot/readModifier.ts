import { RestoreWish, SnapshotModifier } from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';

/** Each change of the ConfigMap gives it another version; what is in it need not be read. */
export async function readModifier(
  connection: ClusterConnection,
  wish: RestoreWish,
  signal: AbortSignal,
): Promise<SnapshotModifier | undefined> {
  const { modifier: name, backup } = wish;
  if (name === undefined) {
    return undefined;
  }
  try {
    const { metadata } = await connection.get({
      resource: 'configmaps',
      namespace: backup.veleroNamespace,
      name,
      signal,
    });
    return { name, digest: `${metadata.uid}/${metadata.resourceVersion}` };
  } catch (error) {
    const isUnreadable =
      error instanceof ClusterError &&
      ['not-found', 'forbidden'].includes(error.kind);
    if (isUnreadable) {
      return { name };
    }
    throw error;
  }
}
