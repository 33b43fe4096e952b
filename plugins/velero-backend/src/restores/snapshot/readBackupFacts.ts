import {
  BackupKey,
  namespaceSelectionOf,
  readBackup,
  readStorageLocation,
  SnapshotBackup,
  SnapshotLocation,
} from 'backstage-plugin-velero-common';
import {
  ClusterConnection,
  KubernetesObject,
  ReadableResource,
} from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';
import { projectObject } from '../../collect/projectObject';
import { ObjectQueries } from '../../store/ObjectQueries';
import { tenantOwnersOf } from './tenantOwnersOf';

/** A backup and its location as the cluster has them at this moment. */
export interface BackupFacts {
  backup?: SnapshotBackup;
  location?: SnapshotLocation;
  /** Name of the location, also of one that is gone. */
  locationName?: string;
  /** True when Velero has found the backup in the store. */
  isSynced: boolean;
}

/** @throws ClusterError when the cluster does not tell */
export async function readBackupFacts(options: {
  connection: ClusterConnection;
  key: BackupKey;
  /** References of those whose storage is the platform's. */
  administrators: string[];
  queries: Pick<ObjectQueries, 'locationsAt'>;
  signal: AbortSignal;
}): Promise<BackupFacts> {
  const { connection, key, signal } = options;
  const namespace = key.veleroNamespace;
  const get = (resource: ReadableResource, name: string) =>
    getIfThere(connection, { resource, namespace, name, signal });
  const object = await get('backups', key.name);
  if (!object) {
    return { isSynced: false };
  }
  const { location: locationName } = readBackup(object);
  const location = locationName
    ? await get('backupstoragelocations', locationName)
    : undefined;
  return {
    backup: toBackup(object),
    locationName,
    ...(location && { location: await toLocation(location, options) }),
    isSynced: Boolean(projectObject('backups', object)?.synced),
  };
}

function toBackup(object: KubernetesObject): SnapshotBackup {
  const { phase, startedAt, completedAt, expiresAt } = readBackup(object);
  const { uid = '', deletionTimestamp } = object.metadata;
  return {
    uid,
    phase,
    startedAt,
    completedAt,
    expiresAt,
    deleting: Boolean(deletionTimestamp),
    selection: namespaceSelectionOf(object.spec),
  };
}

async function toLocation(
  object: KubernetesObject,
  options: Parameters<typeof tenantOwnersOf>[1],
): Promise<SnapshotLocation> {
  const { phase, message, provider, endpoint, bucket, prefix } =
    readStorageLocation(object);
  const { name = '', uid = '' } = object.metadata;
  const tenantOwners = await tenantOwnersOf(object, options);
  return {
    name,
    uid,
    phase,
    ...(message && { message }),
    provider,
    endpoint,
    bucket,
    prefix,
    ...(tenantOwners.length > 0 && { tenantOwners }),
  };
}

async function getIfThere(
  connection: ClusterConnection,
  options: Parameters<ClusterConnection['get']>[0],
): Promise<KubernetesObject | undefined> {
  try {
    return await connection.get(options);
  } catch (error) {
    if (error instanceof ClusterError && error.kind === 'not-found') {
      return undefined;
    }
    throw error;
  }
}
