import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  BackupDetails,
  BackupKey,
  BackupOptionsResponse,
  BackupRequest,
  CreatedBackup,
  CreatedSchedule,
  HistoryResponse,
  OffboardingPlan,
  NewRestoreRequestBody,
  Operation,
  ProtectionResponse,
  RestorePreview,
  RestorePreviewQuery,
  RestoreRequestDetails,
  ScheduleRequest,
  TenantOnboarding,
  TenantPlanQuery,
  TenantPlanResponse,
  TenantsQuery,
  TenantsResponse,
} from 'backstage-plugin-velero-common';

/** Names who asks, and when the answer is not wanted any more. @public */
export interface VeleroServiceOptions {
  /**
   * Of a user, who is told what is proven to be theirs, or of the plugin itself, which is told whether entities are
   * protected and which tenants there are, and nothing else.
   */
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}

/**
 * What the Velero backend plugin tells other backend plugins. Every method throws a `ResponseError` when it refuses.
 *
 * @public
 */
export interface VeleroService {
  /** Whether an entity is protected, and why. */
  getEntityProtection(
    entityRef: string,
    options: VeleroServiceOptions,
  ): Promise<ProtectionResponse>;
  /** What became of the backups of each day; `days` from 1 to 90, 30 when absent. */
  getEntityHistory(
    entityRef: string,
    options: VeleroServiceOptions & { days?: number },
  ): Promise<HistoryResponse>;
  /** What a backup of an entity can be made of, by the user. */
  getBackupOptions(
    entityRef: string,
    options: VeleroServiceOptions,
  ): Promise<BackupOptionsResponse>;
  /** Has a backup made, as `VeleroApi.createBackup` does. */
  createBackup(
    entityRef: string,
    request: BackupRequest,
    options: VeleroServiceOptions,
  ): Promise<CreatedBackup>;
  /** Has a schedule made, as `VeleroApi.createSchedule` does. */
  createSchedule(
    entityRef: string,
    request: ScheduleRequest,
    options: VeleroServiceOptions,
  ): Promise<CreatedSchedule>;
  getBackup(
    key: BackupKey,
    options: VeleroServiceOptions,
  ): Promise<BackupDetails>;
  /** The tenants of the user; all of them for the plugin itself. */
  getTenants(
    query: TenantsQuery,
    options: VeleroServiceOptions,
  ): Promise<TenantsResponse>;
  /** What onboarding a tenant would do, by the user. It writes nothing. */
  planTenant(
    query: TenantPlanQuery,
    options: VeleroServiceOptions,
  ): Promise<TenantPlanResponse>;
  /** Begins to onboard a tenant. The operation is to be looked at until it has ended. */
  onboardTenant(
    wanted: TenantOnboarding,
    options: VeleroServiceOptions,
  ): Promise<Operation>;
  /** What offboarding a tenant would pause. */
  planOffboarding(
    tenant: string,
    options: VeleroServiceOptions,
  ): Promise<OffboardingPlan>;
  /** Begins to pause the schedules of a tenant in all clusters. Its backups stay until they expire. */
  offboardTenant(
    tenant: string,
    options: VeleroServiceOptions,
  ): Promise<Operation>;
  getOperation(id: string, options: VeleroServiceOptions): Promise<Operation>;
  /** Asks that an operation stop; what it has made is taken back, unless it is complete. */
  cancelOperation(
    id: string,
    options: VeleroServiceOptions,
  ): Promise<Operation>;
  /** What would come of a wish of the user to have something restored. It keeps nothing. */
  previewRestore(
    query: RestorePreviewQuery,
    options: VeleroServiceOptions,
  ): Promise<RestorePreview>;
  /** Asks for a restore, as the user; the same key again gives the same request. */
  requestRestore(
    body: NewRestoreRequestBody,
    options: VeleroServiceOptions,
  ): Promise<RestoreRequestDetails>;
  getRestoreRequest(
    id: string,
    options: VeleroServiceOptions,
  ): Promise<RestoreRequestDetails>;
}
