/** Why something is not known; `forbidden` when the portal's account may not read it. @public */
export interface NotRead {
  forbidden: boolean;
  problem: string;
}

/** What was read, or why it was not. @public */
export type ProspectReading<T> =
  | { value: T; problem?: undefined }
  | ({ value?: undefined } & NotRead);

/** Objects of a kind that would be restored to one place. @public */
export interface ProspectObjects {
  /** The namespace that they would be restored to; absent for what lives in none. */
  namespace?: string;
  /** As `deployments.apps`. */
  resource: string;
  /** How many the backup has. */
  count: number;
  /** Names of those that are there already. */
  there: ProspectReading<string[]>;
}

/** A ResourceQuota of a namespace that would be restored to. @public */
export interface ProspectQuota {
  namespace: string;
  name: string;
  /** True when it counts some objects only, by their scopes. */
  isScoped: boolean;
  /** By resource, as `count/secrets` or `requests.storage`; quantities as Kubernetes writes them. */
  hard: Record<string, string>;
  used: Record<string, string>;
}

/** A StorageClass of the cluster that is restored in. @public */
export interface ProspectStorageClass {
  name: string;
  isDefault: boolean;
}

/** A claim in the backup. @public */
export interface ProspectClaim {
  namespace: string;
  name: string;
  /** Absent when it takes the default of the cluster, empty when it takes none. */
  storageClass?: string;
  /** How much it asks for, as `10Gi`. */
  request?: string;
}

/** Something in the backup that takes host names for itself. @public */
export interface ProspectHosts {
  namespace: string;
  /** As `ingresses.networking.k8s.io`. */
  resource: string;
  name: string;
  hosts: string[];
}

/** A pod in the backup that runs on some nodes only. @public */
export interface ProspectNodeSelector {
  namespace: string;
  pod: string;
  labels: Record<string, string>;
}

/** What the archive of a backup tells of the namespaces that are wished. @public */
export interface ProspectArchive {
  claims: ProspectClaim[];
  hosts: ProspectHosts[];
  nodeSelectors: ProspectNodeSelector[];
  /** False when there was more than is kept. */
  isWhole: boolean;
}

/** A restore in the same cluster that has ended well, or nearly. @public */
export interface EarlierRestore {
  /** Names of namespaces in the backup; empty for all. */
  namespaces: string[];
  schedule?: string;
  items?: number;
  withVolumes: boolean;
  seconds: number;
}

/**
 * What is good to know before a restore. It informs whoever asks and whoever decides; no decision depends on it, so it is
 * no part of the snapshot that requests are bound to.
 *
 * @public
 */
export interface RestoreProspect {
  objects: ProspectObjects[];
  quotas: ProspectReading<ProspectQuota[]>;
  storageClasses: ProspectReading<ProspectStorageClass[]>;
  archive: ProspectReading<ProspectArchive>;
  /** Name of the schedule that made the backup. */
  schedule?: string;
  /** The newest first. */
  earlier: EarlierRestore[];
}
