/** An object as an API server gives it; cases know which fields they look at. */
export interface KubernetesObject {
  apiVersion?: string;
  kind?: string;
  metadata: ObjectMetadata;
  spec?: Fields;
  status?: Fields;
  data?: Record<string, string>;
}

export interface ObjectMetadata {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: unknown[];
  managedFields?: unknown[];
}

/** What a case reads from spec and status: the fields that Velero's kinds share by name. */
export interface Fields {
  [field: string]: unknown;
  phase?: string;
  message?: string;
  errors?: number | string[];
  warnings?: number;
  failureReason?: string;
  validationErrors?: string[];
  startTimestamp?: string;
  completionTimestamp?: string;
  expiration?: string;
  downloadURL?: string;
  lastValidationTime?: string;
  lastSyncedTime?: string;
  lastBackup?: string;
  lastSkipped?: string;
  backupName?: string;
  progress?: {
    totalItems?: number;
    itemsBackedUp?: number;
    itemsRestored?: number;
  };
}

const ENDED = ['Completed', 'PartiallyFailed', 'Failed', 'FailedValidation'];

/** Whether a backup or restore is in a phase that it does not leave again. */
export function hasEnded({ status }: KubernetesObject): boolean {
  return ENDED.includes(status?.phase ?? '');
}

export interface KubernetesList {
  metadata: {
    resourceVersion: string;
    continue?: string;
    remainingItemCount?: number;
  };
  items: KubernetesObject[];
}

export interface WatchEvent {
  type: string;
  object: KubernetesObject & {
    code?: number;
    reason?: string;
    message?: string;
  };
}

/** What an API server says when it refuses. */
export interface KubernetesStatus {
  metadata?: { continue?: string };
  kind?: string;
  status?: string;
  message?: string;
  reason?: string;
  code?: number;
  details?: { causes?: Array<{ field?: string; message?: string }> };
}
