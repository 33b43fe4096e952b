import { ClusterConnection } from '../clusters/ClusterConnection';
import { isJsonObject } from '../clusters/http/json';
import { ArtifactOwner } from './Artifact';

/**
 * Reads the authority that a storage location itself names, as PEM. It is asked for in the cluster, as the portal's
 * database does not keep it. An authority in a Secret (`caCertRef`) stays there: the portal reads no Secrets.
 */
export async function readAuthority(options: {
  connection: ClusterConnection;
  owner: ArtifactOwner;
  signal: AbortSignal;
}): Promise<string | undefined> {
  const { connection, owner, signal } = options;
  if (!owner.location) {
    return undefined;
  }
  const { spec } = await connection.get({
    resource: 'backupstoragelocations',
    namespace: owner.veleroNamespace,
    name: owner.location,
    signal,
  });
  const storage = isJsonObject(spec) ? spec.objectStorage : undefined;
  const encoded = isJsonObject(storage) ? storage.caCert : undefined;
  return typeof encoded === 'string' && encoded
    ? Buffer.from(encoded, 'base64').toString('latin1')
    : undefined;
}
