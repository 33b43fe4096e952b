import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { HistoryResponse, ProtectionResponse } from './protection';
import { RequestOptions, VeleroApi } from './VeleroApi';
import {
  BackupDetails,
  BackupKey,
  BackupQuery,
  BackupSummary,
  ClustersResponse,
  EntityResponse,
  LocationSummary,
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

  getBackup(key: BackupKey, options?: RequestOptions): Promise<BackupDetails> {
    const [cluster, namespace, name] = [
      key.cluster,
      key.veleroNamespace,
      key.name,
    ].map(encodeURIComponent);
    const path = `/clusters/${cluster}/backups/${namespace}/${name}`;
    return this.#get(path, {}, options);
  }

  async #get<T>(
    path: string,
    query: object,
    options: RequestOptions = {},
  ): Promise<T> {
    const url = new URL(`${await this.#discovery.getBaseUrl('velero')}${path}`);
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') {
        url.searchParams.set(key, String(value));
      }
    }
    const response = await this.#fetch.fetch(url.toString(), {
      signal: options.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const parts = [kind, namespace, name].map(encodeURIComponent);
  return `/entities/by-name/${parts.join('/')}`;
}
