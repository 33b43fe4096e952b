import { ObjectMetadata } from '../api/KubernetesObject';

export interface VeleroObject {
  metadata: ObjectMetadata;
}

export interface LabelRequirement {
  key: string;
  operator: string;
  values?: string[];
}

export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: LabelRequirement[];
}

export interface BackupSpec {
  metadata?: { labels?: Record<string, string> };
  includedNamespaces?: string[];
  excludedNamespaces?: string[];
  includedResources?: string[];
  excludedResources?: string[];
  includeClusterResources?: boolean;
  includedClusterScopedResources?: string[];
  excludedClusterScopedResources?: string[];
  includedNamespaceScopedResources?: string[];
  excludedNamespaceScopedResources?: string[];
  labelSelector?: LabelSelector;
  orLabelSelectors?: LabelSelector[];
  snapshotVolumes?: boolean;
  snapshotMoveData?: boolean;
  defaultVolumesToFsBackup?: boolean;
  ttl?: string;
  storageLocation?: string;
  csiSnapshotTimeout?: string;
  itemOperationTimeout?: string;
  volumeGroupSnapshotLabelKey?: string;
  resourcePolicy?: { kind: string; name: string };
  hooks?: unknown;
}

export interface BackupStatus {
  version?: number;
  formatVersion?: string;
  phase?: string;
  queuePosition?: number;
  expiration?: string;
  startTimestamp?: string;
  completionTimestamp?: string;
  validationErrors?: string[];
  failureReason?: string;
  errors?: number;
  warnings?: number;
  progress?: { totalItems?: number; itemsBackedUp?: number };
  hookStatus?: unknown;
}

export interface Backup extends VeleroObject {
  spec?: BackupSpec;
  status?: BackupStatus;
}

export interface Schedule extends VeleroObject {
  spec: {
    schedule: string;
    template: BackupSpec;
    paused?: boolean;
    skipImmediately?: boolean;
    useOwnerReferencesInBackup?: boolean;
  };
  status?: {
    phase?: string;
    lastBackup?: string;
    lastSkipped?: string;
    validationErrors?: string[];
  };
}

export interface BackupStorageLocation extends VeleroObject {
  spec?: {
    provider: string;
    objectStorage?: {
      bucket: string;
      prefix?: string;
      caCert?: string;
      caCertRef?: { name?: string; key: string };
    };
    config?: Record<string, string>;
    credential?: { name?: string; key: string };
    default?: boolean;
    accessMode?: string;
    backupSyncPeriod?: string;
    validationFrequency?: string;
  };
  status?: {
    phase?: string;
    message?: string;
    lastValidationTime?: string;
    lastSyncedTime?: string;
  };
}

export interface DeleteBackupRequest extends VeleroObject {
  spec?: { backupName?: string };
  status?: { phase?: string; errors?: string[] };
}

export interface DownloadRequest extends VeleroObject {
  spec: { target: { kind: string; name: string } };
  status?: { phase?: string; downloadURL?: string; expiration?: string };
}

export interface ServerStatusRequest extends VeleroObject {
  status?: { phase?: string; processedTimestamp?: string };
}

export interface RestoreSpec {
  backupName?: string;
  scheduleName?: string;
  includedNamespaces?: string[];
  excludedNamespaces?: string[];
  includedResources?: string[];
  excludedResources?: string[];
  includeClusterResources?: boolean;
  namespaceMapping?: Record<string, string>;
  labelSelector?: LabelSelector;
  orLabelSelectors?: LabelSelector[];
  existingResourcePolicy?: string;
  itemOperationTimeout?: string;
  resourceModifier?: { kind: string; name: string };
  restoreStatus?: {
    includedResources?: string[];
    excludedResources?: string[];
  };
}

export interface RestoreStatus {
  phase?: string;
  validationErrors?: string[];
  failureReason?: string;
  warnings?: number;
  errors?: number;
  startTimestamp?: string;
  completionTimestamp?: string;
  progress?: { totalItems?: number; itemsRestored?: number };
  hookStatus?: unknown;
}

export interface Restore extends VeleroObject {
  spec?: RestoreSpec;
  status?: RestoreStatus;
}

/** The type behind each resource that Velero's server works on. */
export interface VeleroKinds {
  backups: Backup;
  restores: Restore;
  schedules: Schedule;
  backupstoragelocations: BackupStorageLocation;
  deletebackuprequests: DeleteBackupRequest;
  downloadrequests: DownloadRequest;
  serverstatusrequests: ServerStatusRequest;
}

export const LABELS = {
  scheduleName: 'velero.io/schedule-name',
  storageLocation: 'velero.io/storage-location',
  backupName: 'velero.io/backup-name',
  backupUid: 'velero.io/backup-uid',
  restoreName: 'velero.io/restore-name',
  exclude: 'velero.io/exclude-from-backup',
  gcFailure: 'velero.io/gc-failure',
};
