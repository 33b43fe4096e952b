import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
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
  VeleroClient,
} from 'backstage-plugin-velero-common';
import { VeleroService, VeleroServiceOptions } from './VeleroService';

/** A backend that answers at all answers within this. */
const TIME_LIMIT = 30_000;

/** Asks the backend plugin over HTTP, wherever it runs. */
export class DefaultVeleroService implements VeleroService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  getEntityProtection(
    entityRef: string,
    options: VeleroServiceOptions,
  ): Promise<ProtectionResponse> {
    const client = this.#clientFor(options.credentials);
    return client.getEntityProtection(entityRef, limited(options));
  }

  getEntityHistory(
    entityRef: string,
    options: VeleroServiceOptions & { days?: number },
  ): Promise<HistoryResponse> {
    const { credentials, days } = options;
    const client = this.#clientFor(credentials);
    return client.getEntityHistory(entityRef, { days }, limited(options));
  }

  getBackupOptions(
    entityRef: string,
    options: VeleroServiceOptions,
  ): Promise<BackupOptionsResponse> {
    const client = this.#clientFor(options.credentials);
    return client.getBackupOptions(entityRef, limited(options));
  }

  createBackup(
    entityRef: string,
    request: BackupRequest,
    options: VeleroServiceOptions,
  ): Promise<CreatedBackup> {
    const client = this.#clientFor(options.credentials);
    return client.createBackup(entityRef, request, limited(options));
  }

  createSchedule(
    entityRef: string,
    request: ScheduleRequest,
    options: VeleroServiceOptions,
  ): Promise<CreatedSchedule> {
    const client = this.#clientFor(options.credentials);
    return client.createSchedule(entityRef, request, limited(options));
  }

  getBackup(
    key: BackupKey,
    options: VeleroServiceOptions,
  ): Promise<BackupDetails> {
    return this.#clientFor(options.credentials).getBackup(
      key,
      limited(options),
    );
  }

  getTenants(
    query: TenantsQuery,
    options: VeleroServiceOptions,
  ): Promise<TenantsResponse> {
    const client = this.#clientFor(options.credentials);
    return client.getTenants(query, limited(options));
  }

  planTenant(
    query: TenantPlanQuery,
    options: VeleroServiceOptions,
  ): Promise<TenantPlanResponse> {
    const client = this.#clientFor(options.credentials);
    return client.planTenant(query, limited(options));
  }

  onboardTenant(
    wanted: TenantOnboarding,
    options: VeleroServiceOptions,
  ): Promise<Operation> {
    const client = this.#clientFor(options.credentials);
    return client.onboardTenant(wanted, limited(options));
  }

  planOffboarding(
    tenant: string,
    options: VeleroServiceOptions,
  ): Promise<OffboardingPlan> {
    const client = this.#clientFor(options.credentials);
    return client.planOffboarding(tenant, limited(options));
  }

  offboardTenant(
    tenant: string,
    options: VeleroServiceOptions,
  ): Promise<Operation> {
    const client = this.#clientFor(options.credentials);
    return client.offboardTenant(tenant, limited(options));
  }

  getOperation(id: string, options: VeleroServiceOptions): Promise<Operation> {
    const client = this.#clientFor(options.credentials);
    return client.getOperation(id, limited(options));
  }

  cancelOperation(
    id: string,
    options: VeleroServiceOptions,
  ): Promise<Operation> {
    const client = this.#clientFor(options.credentials);
    return client.cancelOperation(id, limited(options));
  }

  previewRestore(
    query: RestorePreviewQuery,
    options: VeleroServiceOptions,
  ): Promise<RestorePreview> {
    const client = this.#clientFor(options.credentials);
    return client.previewRestore(query, limited(options));
  }

  requestRestore(
    body: NewRestoreRequestBody,
    options: VeleroServiceOptions,
  ): Promise<RestoreRequestDetails> {
    const client = this.#clientFor(options.credentials);
    return client.requestRestore(body, limited(options));
  }

  getRestoreRequest(
    id: string,
    options: VeleroServiceOptions,
  ): Promise<RestoreRequestDetails> {
    const client = this.#clientFor(options.credentials);
    return client.getRestoreRequest(id, limited(options));
  }

  #clientFor(credentials: BackstageCredentials): VeleroClient {
    return new VeleroClient({
      discoveryApi: this.#discovery,
      fetchApi: {
        fetch: async (input, init) => {
          const { token } = await this.#auth.getPluginRequestToken({
            onBehalfOf: credentials,
            targetPluginId: 'velero',
          });
          const headers = {
            ...init?.headers,
            Authorization: `Bearer ${token}`,
          };
          return fetch(input, { ...init, headers });
        },
      },
    });
  }
}

function limited({ signal }: VeleroServiceOptions): { signal: AbortSignal } {
  const late = AbortSignal.timeout(TIME_LIMIT);
  return { signal: signal ? AbortSignal.any([signal, late]) : late };
}
