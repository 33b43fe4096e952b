import { TenantScope } from '../onboarding/TenantRequest';
import { StorageServiceId } from '../storage/storageServices';
import { StorageUse } from './storage';

/** A storage location of a tenant, with the place that it leads to. @public */
export interface TenantLocation
  extends Omit<
    StorageUse,
    'cluster' | 'veleroNamespace' | 'backups' | 'schedules'
  > {
  /** As in `spec.provider`. */
  provider?: string;
  /** Absent for a store that is not known, as one on premises. */
  service?: StorageServiceId;
  /** As in `config.s3Url`; absent where Velero's plugin knows the address. */
  endpoint?: string;
  region?: string;
  bucket?: string;
  prefix?: string;
}

/** What a tenant has in one cluster. @public */
export interface TenantInCluster {
  cluster: string;
  /** Where Velero runs. */
  veleroNamespace: string;
  /** Those that its schedules back up, by name; empty for a whole cluster, and for whom may not know them. */
  namespaces: string[];
  /** Names of its schedules. */
  schedules: string[];
  locations: TenantLocation[];
}

/** A tenant that the portal has onboarded, as the clusters were when they could last be read. @public */
export interface TenantSummary {
  tenant: string;
  /** Full reference of whom it belongs to; two tenants of one name have two owners. */
  owner: string;
  scope: TenantScope;
  clusters: TenantInCluster[];
}

/** @public */
export interface TenantsQuery {
  /** From 1 to 200; 25 when absent. */
  limit?: number;
  /** `pageInfo.nextCursor` of the answer before. */
  cursor?: string;
}

/** @public */
export interface TenantsResponse {
  items: TenantSummary[];
  pageInfo: { nextCursor?: string };
  /**
   * False while there is a cluster that the portal has not read once: what is missing may be there. A cluster that was
   * read and is down now is complete.
   */
  isComplete: boolean;
}
