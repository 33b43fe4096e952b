import {
  BACKUP_ANNOTATIONS,
  BackupVolumesChoice,
  CreatedBackup,
} from 'backstage-plugin-velero-common';
import { CreateOptions } from '../clusters/ClusterConnection';

/** A backup that is to be made, and who wants it. */
export interface BackupOrder extends CreatedBackup {
  entityRef: string;
  userRef: string;
  requestId: string;
  /** When the request came first; ISO 8601. */
  requestedAt: string;
  /** How many names have been tried, with this one. */
  attempt: number;
}

/** For whom people look at a cluster's objects and wonder where one comes from. */
export const PORTAL_LABELS = {
  'app.kubernetes.io/managed-by': 'velero-for-backstage',
};

/** What is absent is left to how the server is set up. */
export const VOLUME_FLAGS: Record<
  BackupVolumesChoice,
  Record<string, boolean>
> = {
  default: {},
  none: { snapshotVolumes: false, defaultVolumesToFsBackup: false },
};

/**
 * The Backup object. Cluster-scoped objects are left to Velero, which takes those that belong to what is in the
 * namespaces, as its command line does.
 */
export function backupObject(
  order: BackupOrder,
): Omit<CreateOptions, 'signal'> {
  return {
    resource: 'backups',
    namespace: order.veleroNamespace,
    name: order.name,
    labels: PORTAL_LABELS,
    annotations: {
      [BACKUP_ANNOTATIONS.requestedBy]: order.userRef,
      [BACKUP_ANNOTATIONS.entityRef]: order.entityRef,
      [BACKUP_ANNOTATIONS.requestId]: order.requestId,
    },
    spec: {
      includedNamespaces: order.namespaces,
      storageLocation: order.storageLocation,
      ttl: order.keepFor,
      ...VOLUME_FLAGS[order.volumes],
    },
  };
}
