import { readStorageLocation } from 'backstage-plugin-velero-common';
import { KubernetesObject } from '../clusters/ClusterConnection';
import { documentOf } from '../collect/documentOf';

/** What Velero said of a storage location when it last checked it. */
export interface LocationCheck {
  /** Empty while Velero has not checked it. */
  phase: string;
  /** Without what it may hold of signed addresses. */
  message?: string;
  /** ISO 8601 in UTC, in whole seconds. */
  checkedAt?: string;
}

export function locationCheckOf(live: KubernetesObject): LocationCheck {
  const { phase, message, lastValidatedAt } = readStorageLocation(
    documentOf('backupstoragelocations', live),
  );
  return { phase, message, checkedAt: lastValidatedAt };
}
