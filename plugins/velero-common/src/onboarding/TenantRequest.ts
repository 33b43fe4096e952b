import { ProviderValues, StorageProviderId } from '../storage/StorageProvider';

/**
 * What is backed up.
 *
 * - `tenant`: namespaces that are proven to be the tenant's
 * - `platform`: all namespaces of the clusters, but Velero's, `kube-system` and those that configuration leaves out
 *
 * @public
 */
export type TenantScope = 'tenant' | 'platform';

/** The schedules that a tenant can have. @public */
export type TenantScheduleKind = 'all' | 'databases' | 'secrets' | 'volumes';

/** In the order in which they are shown. @public */
export const TENANT_SCHEDULE_KINDS: readonly TenantScheduleKind[] = [
  'all',
  'databases',
  'secrets',
  'volumes',
];

/**
 * How the data of volumes gets into a backup.
 *
 * - `move-snapshots`: a CSI snapshot, whose data is moved into the storage location
 * - `copy-files`: the files, as pods see them, copied into the storage location
 * - `snapshots`: snapshots only; their data stays where the volumes are
 * - `none`: volumes are left out
 *
 * @public
 */
export type TenantVolumes =
  | 'move-snapshots'
  | 'copy-files'
  | 'snapshots'
  | 'none';

/**
 * Where Velero finds the credential of a storage location. Its values never stand in a request.
 *
 * - `existingSecret`: a Secret that is there already, in Velero's namespace of each cluster
 * - `given`: a Secret that is made; its values travel apart, under this name
 * - `serverIdentity`: none, Velero's own account in the cloud does
 *
 * @public
 */
export type TenantCredential =
  | { existingSecret: { name: string; key: string } }
  | {
      given: {
        /** Name under which the values travel, and part of the Secret's name; `credentials` by default. */
        name?: string;
        /** A number above the one in use makes a new Secret, and the location moves to it. */
        version?: number;
      };
    }
  | { serverIdentity: true };

/** A bucket, and how to get in. @public */
export interface TenantStorage {
  /** The one of the configuration by default. */
  provider?: StorageProviderId;
  /** What the provider asks for, by the names of its fields. */
  values?: ProviderValues;
  /** `<tenant>-backups` by default. */
  bucket?: string;
  /** Further settings of Velero's plugin. */
  config?: Record<string, string>;
  /** Certificates, in PEM, of the authorities that the store's certificate is checked against. */
  caCert?: string;
  credential: TenantCredential;
}

/** Where the backups of another cluster are read, when that is not where it writes them: a replica. @public */
export interface TenantReplica {
  /** The cluster whose backups are in it. */
  cluster: string;
  storage: TenantStorage;
  /** The same as the writer's by default. */
  prefix?: string;
}

/** One cluster of a tenant. @public */
export interface TenantCluster {
  cluster: string;
  /** Needed only where several Velero servers work in the cluster. */
  veleroNamespace?: string;
  /** What is backed up there; for scope `tenant` only, and needed there. */
  namespaces?: string[];
  /** Below the bucket; derived from the cluster by default. */
  prefix?: string;
  /** Instead of the storage of the request. */
  storage?: TenantStorage;
  /** Replicas of other clusters' buckets that this cluster reads. */
  replicas?: TenantReplica[];
}

/** A label selector as Kubernetes has it. @public */
export interface TenantSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: Array<{
    key: string;
    operator: string;
    values?: string[];
  }>;
}

/** What one of the schedules is to be like. What is absent is chosen. @public */
export interface TenantScheduleRequest {
  /** True by default. */
  enabled?: boolean;
  /** As Velero reads it. By default the minute is chosen by tenant and cluster, so that a fleet does not start at once. */
  cron?: string;
  /** Go duration, as `720h`. */
  keepFor?: string;
  selector?: TenantSelector;
}

/** Asks for storage and schedules for a tenant. Nothing in it is secret. @public */
export interface TenantRequest {
  /** A DNS label that names the tenant in buckets, prefixes and objects. */
  tenant: string;
  /** Reference of the catalog entity that owns it, as `group:default/payments`. */
  owner: string;
  scope: TenantScope;
  storage: TenantStorage;
  clusters: TenantCluster[];
  /** All four by default. */
  schedules?: Partial<Record<TenantScheduleKind, TenantScheduleRequest>>;
  /** `move-snapshots` by default. */
  volumes?: TenantVolumes;
  /** Whether each cluster reads the backups of the others; true by default. */
  readOthers?: boolean;
  /** Whether each cluster makes a backup at once, by its first schedule; false by default. */
  firstBackup?: boolean;
  /** Whether objects of these names that somebody else made are changed; for administrators only, false by default. */
  takeOver?: boolean;
}
