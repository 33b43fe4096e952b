import {
  ResourcesQuery,
  ResourcesResponse,
  ResultsResponse,
  VolumesResponse,
} from './artifacts';
import {
  BackupOptionsResponse,
  BackupRequest,
  CreatedBackup,
} from './backupNow';
import {
  Operation,
  TenantNamespacesResponse,
  TenantOnboarding,
  TenantPlanQuery,
  TenantPlanResponse,
} from './onboarding';
import { HistoryResponse, ProtectionResponse } from './protection';
import { LocationVerification, StoragePlacesResponse } from './storage';
import {
  BackupDetails,
  BackupKey,
  BackupQuery,
  BackupSummary,
  ClustersResponse,
  EntityResponse,
  LocationSummary,
  RestoreDetails,
  RestoreQuery,
  RestoreSummary,
  ScheduleSummary,
} from './types';

/** @public */
export interface RequestOptions {
  signal?: AbortSignal;
}

/**
 * What the backend plugin answers. Every method throws a `ResponseError` when the backend refuses.
 *
 * @public
 */
export interface VeleroApi {
  getClusters(options?: RequestOptions): Promise<ClustersResponse>;
  getEntityBackups(
    entityRef: string,
    query: BackupQuery,
    options?: RequestOptions,
  ): Promise<EntityResponse<BackupSummary>>;
  getEntitySchedules(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityResponse<ScheduleSummary>>;
  getEntityLocations(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityResponse<LocationSummary>>;
  /** Restores that read or wrote namespaces of the entity, the newest first. */
  getEntityRestores(
    entityRef: string,
    query: RestoreQuery,
    options?: RequestOptions,
  ): Promise<EntityResponse<RestoreSummary>>;
  getEntityProtection(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ProtectionResponse>;
  /** @param query - `days` from 1 to 90; 30 when absent */
  getEntityHistory(
    entityRef: string,
    query?: { days?: number },
    options?: RequestOptions,
  ): Promise<HistoryResponse>;
  /** What a backup of the entity can be made of, by whoever asks. */
  getBackupOptions(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<BackupOptionsResponse>;
  /**
   * Has a backup made. A `ResponseError` with a status below 500, or with a `reason` in its cause other than `not-known`,
   * says that none was. After any other error that is not known; the same request with the same `requestId` can be sent
   * again.
   */
  createBackup(
    entityRef: string,
    request: BackupRequest,
    options?: RequestOptions,
  ): Promise<CreatedBackup>;
  /**
   * What an owner can have backed up, by whoever asks: nothing is proven to those who are not of that owner.
   *
   * @param ownerRef - full, as `group:default/payments`
   */
  getTenantNamespaces(
    ownerRef: string,
    options?: RequestOptions,
  ): Promise<TenantNamespacesResponse>;
  /** What onboarding a tenant would do, by whoever asks. It writes nothing. */
  planTenant(
    query: TenantPlanQuery,
    options?: RequestOptions,
  ): Promise<TenantPlanResponse>;
  /** Begins to onboard a tenant. The operation is to be looked at until it has ended. */
  onboardTenant(
    wanted: TenantOnboarding,
    options?: RequestOptions,
  ): Promise<Operation>;
  /** Begins to pause the schedules of a tenant in all clusters. Its backups stay until they expire. */
  offboardTenant(tenant: string, options?: RequestOptions): Promise<Operation>;
  getOperation(id: string, options?: RequestOptions): Promise<Operation>;
  /** Asks that an operation stop; what it has made is taken back, unless it is complete. */
  cancelOperation(id: string, options?: RequestOptions): Promise<Operation>;
  /** All places where backups are kept; for administrators. */
  getStoragePlaces(options?: RequestOptions): Promise<StoragePlacesResponse>;
  /** Has Velero check a storage location, and waits for its answer, 15 s at most. */
  verifyLocation(
    key: BackupKey,
    options?: RequestOptions,
  ): Promise<LocationVerification>;
  getBackup(key: BackupKey, options?: RequestOptions): Promise<BackupDetails>;
  /** Gives the log as it comes; when it cannot be given to its end, its last line says why. */
  getBackupLog(
    key: BackupKey,
    options?: RequestOptions,
  ): Promise<ReadableStream<Uint8Array>>;
  getBackupResults(
    key: BackupKey,
    options?: RequestOptions,
  ): Promise<ResultsResponse>;
  getBackupResources(
    key: BackupKey,
    query?: ResourcesQuery,
    options?: RequestOptions,
  ): Promise<ResourcesResponse>;
  getBackupVolumes(
    key: BackupKey,
    options?: RequestOptions,
  ): Promise<VolumesResponse>;
  /** @param key - of the restore */
  getRestore(key: BackupKey, options?: RequestOptions): Promise<RestoreDetails>;
  getRestoreLog(
    key: BackupKey,
    options?: RequestOptions,
  ): Promise<ReadableStream<Uint8Array>>;
  getRestoreResults(
    key: BackupKey,
    options?: RequestOptions,
  ): Promise<ResultsResponse>;
  getRestoreResources(
    key: BackupKey,
    query?: ResourcesQuery,
    options?: RequestOptions,
  ): Promise<ResourcesResponse>;
  getRestoreVolumes(
    key: BackupKey,
    options?: RequestOptions,
  ): Promise<VolumesResponse>;
}
