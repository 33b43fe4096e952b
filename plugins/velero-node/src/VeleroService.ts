import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  BackupDetails,
  BackupKey,
  BackupOptionsResponse,
  BackupRequest,
  CreatedBackup,
  HistoryResponse,
  Operation,
  ProtectionResponse,
  TenantOnboarding,
  TenantPlanQuery,
  TenantPlanResponse,
} from 'backstage-plugin-velero-common';

/** Names who asks, and when the answer is not wanted any more. @public */
export interface VeleroServiceOptions {
  /**
   * Of a user, who is told what is proven to be theirs, or of the plugin itself, which is told whether entities are
   * protected, and nothing else.
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
  getBackup(
    key: BackupKey,
    options: VeleroServiceOptions,
  ): Promise<BackupDetails>;
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
}
