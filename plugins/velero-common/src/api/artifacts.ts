/** What Velero said while it made a backup or restore. @public */
export interface ArtifactResult {
  severity: 'error' | 'warning';
  /** What it is about: Velero itself, something outside of namespaces, or a namespace. */
  scope: 'velero' | 'cluster' | 'namespace';
  /** Present when the scope is a namespace. */
  namespace?: string;
  message: string;
  /** How often it was said. */
  count: number;
}

/** @public */
export interface ResultsResponse {
  /** Errors first, each message once for each place. */
  items: ArtifactResult[];
  /** True when there are more. */
  truncated: boolean;
  /** Of a shared backup: how many messages about Velero and the cluster are not shown, as they may name others. */
  withheld?: number;
}

/** An object in a backup or restore. @public */
export interface ArtifactResource {
  /** As `apps/v1/Deployment` or `v1/ConfigMap`. */
  groupVersionKind: string;
  /** Absent for what lives in none. */
  namespace?: string;
  name: string;
  /** What a restore did with it: `created`, `updated`, `skipped` or `failed`. */
  action?: string;
}

/** @public */
export interface ResourcesQuery {
  /** A part of the kind, namespace or name, as in `configmap/team-a`. */
  q?: string;
  /** 1 to 1000; 100 when absent. */
  limit?: number;
  /** How many to leave out at the beginning. */
  offset?: number;
}

/** @public */
export interface ResourcesResponse {
  items: ArtifactResource[];
  /** How many match. */
  totalItems: number;
  /** True when there are more behind these. */
  truncated: boolean;
}

/** What became of a volume in a backup. Times are ISO 8601 in UTC. @public */
export interface ArtifactVolume {
  /** Namespace and name of the claim. */
  namespace?: string;
  claim?: string;
  persistentVolume?: string;
  /** `PodVolumeBackup`, `CSISnapshot` or `NativeSnapshot`; absent when it was skipped. */
  method?: string;
  /** True when a data mover copied the snapshot into the store. */
  dataMoved: boolean;
  skipped: boolean;
  skippedReason?: string;
  /** `succeeded` or `failed`. */
  result?: string;
  startedAt?: string;
  completedAt?: string;
  bytes?: number;
  /** How much of it was new. */
  incrementalBytes?: number;
  /** As `kopia`. */
  uploader?: string;
  dataMover?: string;
  /** The CSI driver. */
  driver?: string;
  volumeType?: string;
  pod?: string;
  /** The name of the volume in the pod. */
  podVolume?: string;
}

/** @public */
export interface VolumesResponse {
  items: ArtifactVolume[];
  totalItems: number;
  /** True when there are more. */
  truncated: boolean;
}
