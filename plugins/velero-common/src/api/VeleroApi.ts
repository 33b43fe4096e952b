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
  OffboardingPlan,
  TenantNamespacesResponse,
  TenantOnboarding,
  TenantPlanQuery,
  TenantPlanResponse,
} from './onboarding';
import {
  DrillSchedule,
  DrillScheduleBody,
  DrillsResponse,
  NewDrillBody,
} from './drills';
import { HistoryResponse, ProtectionResponse } from './protection';
import { CreatedSchedule, ScheduleRequest } from './schedules';
import {
  LocationVerification,
  StoragePlacesQuery,
  StoragePlacesResponse,
} from './storage';
import { TenantsQuery, TenantsResponse } from './tenants';
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

import {
  NewRestoreRequestBody,
  RestoreDecisionBody,
  RestorePolicyQuestion,
  RestorePreview,
  RestorePreviewQuery,
  RestoreOptionsResponse,
  RestoreRequestChecks,
  RestoreRequestDetails,
  RestoreRequestQuery,
  RestoreRequestsResponse,
} from './restoreRequests';

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
  /** What drills have proven of an entity's namespaces, and when the next one is. */
  getDrills(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<DrillsResponse>;
  /** Asks for a drill out of the newest backup that is good; the same key again gives the same request. */
  requestDrill(
    entityRef: string,
    body: NewDrillBody,
    options?: RequestOptions,
  ): Promise<RestoreRequestDetails>;
  getDrillSchedule(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<DrillSchedule>;
  /** Has drills made at times, in place of those that the entity had before. */
  setDrillSchedule(
    entityRef: string,
    body: DrillScheduleBody,
    options?: RequestOptions,
  ): Promise<DrillSchedule>;
  removeDrillSchedule(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<{ removed: boolean }>;
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
  /** Has a schedule made of namespaces of an entity; the same request again changes nothing. */
  createSchedule(
    entityRef: string,
    request: ScheduleRequest,
    options?: RequestOptions,
  ): Promise<CreatedSchedule>;
  /**
   * What an owner can have backed up, by whoever asks, and what cannot be chosen, with the reason: nothing is proven to
   * those who are not of that owner.
   *
   * @param ownerRef - full, as `group:default/payments`
   */
  getTenantNamespaces(
    ownerRef: string,
    options?: RequestOptions,
  ): Promise<TenantNamespacesResponse>;
  /** The tenants of whoever asks, by name; all of them for administrators and for plugins that ask for nobody. */
  getTenants(
    query?: TenantsQuery,
    options?: RequestOptions,
  ): Promise<TenantsResponse>;
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
  /** What offboarding a tenant would pause. */
  planOffboarding(
    tenant: string,
    options?: RequestOptions,
  ): Promise<OffboardingPlan>;
  /** Begins to pause the schedules of a tenant in all clusters. Its backups stay until they expire. */
  offboardTenant(tenant: string, options?: RequestOptions): Promise<Operation>;
  getOperation(id: string, options?: RequestOptions): Promise<Operation>;
  /** Asks that an operation stop; what it has made is taken back, unless it is complete. */
  cancelOperation(id: string, options?: RequestOptions): Promise<Operation>;
  /** The places where backups are kept, one page of them; for administrators. */
  getStoragePlaces(
    query?: StoragePlacesQuery,
    options?: RequestOptions,
  ): Promise<StoragePlacesResponse>;
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
  /** What would come of a wish to have something restored. It keeps nothing. */
  previewRestore(
    query: RestorePreviewQuery,
    options?: RequestOptions,
  ): Promise<RestorePreview>;
  /** What would come of a wish if somebody else had it, or other policies held; for administrators. */
  evaluateRestorePolicies(
    question: RestorePolicyQuestion,
    options?: RequestOptions,
  ): Promise<RestorePreview>;
  /** Asks for a restore; the same key again gives the same request. */
  requestRestore(
    body: NewRestoreRequestBody,
    options?: RequestOptions,
  ): Promise<RestoreRequestDetails>;
  /** What the reader may do about restores. */
  getRestoreOptions(options?: RequestOptions): Promise<RestoreOptionsResponse>;
  getRestoreRequests(
    query?: RestoreRequestQuery,
    options?: RequestOptions,
  ): Promise<RestoreRequestsResponse>;
  getRestoreRequest(
    id: string,
    options?: RequestOptions,
  ): Promise<RestoreRequestDetails>;
  /** How a request that has not begun stands at this moment, for whoever made it. */
  getRestoreRequestChecks(
    id: string,
    options?: RequestOptions,
  ): Promise<RestoreRequestChecks>;
  /** Agrees to a request of somebody else. */
  approveRestoreRequest(
    id: string,
    body?: RestoreDecisionBody,
    options?: RequestOptions,
  ): Promise<RestoreRequestDetails>;
  /** @param body - with the reason as its text */
  rejectRestoreRequest(
    id: string,
    body: Required<RestoreDecisionBody>,
    options?: RequestOptions,
  ): Promise<RestoreRequestDetails>;
  cancelRestoreRequest(
    id: string,
    body?: RestoreDecisionBody,
    options?: RequestOptions,
  ): Promise<RestoreRequestDetails>;
  commentRestoreRequest(
    id: string,
    body: Required<RestoreDecisionBody>,
    options?: RequestOptions,
  ): Promise<RestoreRequestDetails>;
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
