import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
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
import { RequestOptions, VeleroApi } from './VeleroApi';
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

/** Finds the base URL of the backend plugin; `DiscoveryApi` and `DiscoveryService` both fit. @public */
export interface VeleroDiscovery {
  getBaseUrl(pluginId: string): Promise<string>;
}

/** Sends a request with the caller's identity; `FetchApi` fits. @public */
export interface VeleroFetch {
  fetch: typeof fetch;
}

/** The most that the backend gives in one answer; short lists have no pages. */
const SHORT_LIST = { limit: 200 };

/** @public */
export class VeleroClient implements VeleroApi {
  readonly #discovery: VeleroDiscovery;
  readonly #fetch: VeleroFetch;

  constructor(options: {
    discoveryApi: VeleroDiscovery;
    fetchApi: VeleroFetch;
  }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi;
  }

  getClusters(options?: RequestOptions): Promise<ClustersResponse> {
    return this.#get('/clusters', {}, options);
  }

  getEntityBackups(
    entityRef: string,
    query: BackupQuery,
    options?: RequestOptions,
  ): Promise<EntityResponse<BackupSummary>> {
    return this.#get(`${entityPath(entityRef)}/backups`, query, options);
  }

  getEntitySchedules(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityResponse<ScheduleSummary>> {
    return this.#get(`${entityPath(entityRef)}/schedules`, SHORT_LIST, options);
  }

  getEntityLocations(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityResponse<LocationSummary>> {
    return this.#get(`${entityPath(entityRef)}/locations`, SHORT_LIST, options);
  }

  getEntityRestores(
    entityRef: string,
    query: RestoreQuery,
    options?: RequestOptions,
  ): Promise<EntityResponse<RestoreSummary>> {
    return this.#get(`${entityPath(entityRef)}/restores`, query, options);
  }

  getEntityProtection(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ProtectionResponse> {
    return this.#get(`${entityPath(entityRef)}/protection`, {}, options);
  }

  getEntityHistory(
    entityRef: string,
    query: { days?: number } = {},
    options?: RequestOptions,
  ): Promise<HistoryResponse> {
    return this.#get(`${entityPath(entityRef)}/history`, query, options);
  }

  getBackupOptions(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<BackupOptionsResponse> {
    return this.#get(`${entityPath(entityRef)}/backup-options`, {}, options);
  }

  createBackup(
    entityRef: string,
    request: BackupRequest,
    options?: RequestOptions,
  ): Promise<CreatedBackup> {
    return this.#post(`${entityPath(entityRef)}/backups`, request, options);
  }

  getTenantNamespaces(
    ownerRef: string,
    options?: RequestOptions,
  ): Promise<TenantNamespacesResponse> {
    return this.#get('/tenants/namespaces', { owner: ownerRef }, options);
  }

  planTenant(
    query: TenantPlanQuery,
    options?: RequestOptions,
  ): Promise<TenantPlanResponse> {
    return this.#post('/tenants/plan', query, options);
  }

  onboardTenant(
    wanted: TenantOnboarding,
    options?: RequestOptions,
  ): Promise<Operation> {
    return this.#post('/tenants', wanted, options);
  }

  offboardTenant(tenant: string, options?: RequestOptions): Promise<Operation> {
    const path = `/tenants/${encodeURIComponent(tenant)}/offboard`;
    return this.#post(path, undefined, options);
  }

  getOperation(id: string, options?: RequestOptions): Promise<Operation> {
    return this.#get(operationPath(id), {}, options);
  }

  cancelOperation(id: string, options?: RequestOptions): Promise<Operation> {
    return this.#post(`${operationPath(id)}/cancel`, undefined, options);
  }

  getStoragePlaces(options?: RequestOptions): Promise<StoragePlacesResponse> {
    return this.#get('/locations', {}, options);
  }

  verifyLocation(
    key: BackupKey,
    options?: RequestOptions,
  ): Promise<LocationVerification> {
    const { cluster, veleroNamespace, name } = key;
    const parts = [cluster, veleroNamespace, name].map(encodeURIComponent);
    const path = `/locations/${parts.join('/')}/verify`;
    return this.#post(path, undefined, options);
  }

  getBackup(key: BackupKey, options?: RequestOptions): Promise<BackupDetails> {
    return this.#get(backupPath(key), {}, options);
  }

  getBackupLog(
    key: BackupKey,
    options?: RequestOptions,
  ): Promise<ReadableStream<Uint8Array>> {
    return this.#stream(`${backupPath(key)}/logs`, options);
  }

  getBackupResults(
    key: BackupKey,
    options?: RequestOptions,
  ): Promise<ResultsResponse> {
    return this.#get(`${backupPath(key)}/results`, {}, options);
  }

  getBackupResources(
    key: BackupKey,
    query: ResourcesQuery = {},
    options?: RequestOptions,
  ): Promise<ResourcesResponse> {
    return this.#get(`${backupPath(key)}/resources`, query, options);
  }

  getBackupVolumes(
    key: BackupKey,
    options?: RequestOptions,
  ): Promise<VolumesResponse> {
    return this.#get(`${backupPath(key)}/volumes`, {}, options);
  }

  getRestore(
    key: BackupKey,
    options?: RequestOptions,
  ): Promise<RestoreDetails> {
    return this.#get(restorePath(key), {}, options);
  }

  getRestoreLog(
    key: BackupKey,
    options?: RequestOptions,
  ): Promise<ReadableStream<Uint8Array>> {
    return this.#stream(`${restorePath(key)}/logs`, options);
  }

  getRestoreResults(
    key: BackupKey,
    options?: RequestOptions,
  ): Promise<ResultsResponse> {
    return this.#get(`${restorePath(key)}/results`, {}, options);
  }

  getRestoreResources(
    key: BackupKey,
    query: ResourcesQuery = {},
    options?: RequestOptions,
  ): Promise<ResourcesResponse> {
    return this.#get(`${restorePath(key)}/resources`, query, options);
  }

  getRestoreVolumes(
    key: BackupKey,
    options?: RequestOptions,
  ): Promise<VolumesResponse> {
    return this.#get(`${restorePath(key)}/volumes`, {}, options);
  }

  async #stream(
    path: string,
    options?: RequestOptions,
  ): Promise<ReadableStream<Uint8Array>> {
    const response = await this.#ask(path, {}, options);
    // An empty log has no body in every browser.
    return response.body ?? new Blob([]).stream();
  }

  async #get<T>(
    path: string,
    query: object,
    options?: RequestOptions,
  ): Promise<T> {
    return (await this.#ask(path, query, options)).json();
  }

  async #post<T>(
    path: string,
    body: object | undefined,
    options?: RequestOptions,
  ): Promise<T> {
    const response = await this.#send(await this.#urlOf(path), {
      method: 'POST',
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      signal: options?.signal,
    });
    return response.json();
  }

  async #ask(
    path: string,
    query: object,
    options: RequestOptions = {},
  ): Promise<Response> {
    const url = await this.#urlOf(path);
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') {
        url.searchParams.set(key, String(value));
      }
    }
    return this.#send(url, { signal: options.signal });
  }

  async #urlOf(path: string): Promise<URL> {
    return new URL(`${await this.#discovery.getBaseUrl('velero')}${path}`);
  }

  async #send(url: URL, init: RequestInit): Promise<Response> {
    const response = await this.#fetch.fetch(url.toString(), init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function operationPath(id: string): string {
  return `/operations/${encodeURIComponent(id)}`;
}

function backupPath(key: BackupKey): string {
  return runPath('backups', key);
}

function restorePath(key: BackupKey): string {
  return runPath('restores', key);
}

function runPath(
  kind: 'backups' | 'restores',
  { cluster, veleroNamespace, name }: BackupKey,
): string {
  const parts = [veleroNamespace, name].map(encodeURIComponent);
  return `/clusters/${encodeURIComponent(cluster)}/${kind}/${parts.join('/')}`;
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const parts = [kind, namespace, name].map(encodeURIComponent);
  return `/entities/by-name/${parts.join('/')}`;
}
