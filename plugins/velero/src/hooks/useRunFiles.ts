import { useApi } from '@backstage/frontend-plugin-api';
import {
  BackupKey,
  RequestOptions,
  ResourcesQuery,
  ResourcesResponse,
  ResultsResponse,
  VolumesResponse,
} from 'backstage-plugin-velero-common';
import { veleroApiRef } from '../api/veleroApiRef';
import { RunType } from './useRunPath';

/** What Velero stored beside one backup or restore. */
export interface RunFiles {
  log(options: RequestOptions): Promise<ReadableStream<Uint8Array>>;
  results(options: RequestOptions): Promise<ResultsResponse>;
  resources(
    query: ResourcesQuery,
    options: RequestOptions,
  ): Promise<ResourcesResponse>;
  volumes(options: RequestOptions): Promise<VolumesResponse>;
}

export function useRunFiles(run: { type: RunType; key: BackupKey }): RunFiles {
  const { type, key } = run;
  const api = useApi(veleroApiRef);
  return type === 'backup'
    ? {
        log: options => api.getBackupLog(key, options),
        results: options => api.getBackupResults(key, options),
        resources: (query, options) =>
          api.getBackupResources(key, query, options),
        volumes: options => api.getBackupVolumes(key, options),
      }
    : {
        log: options => api.getRestoreLog(key, options),
        results: options => api.getRestoreResults(key, options),
        resources: (query, options) =>
          api.getRestoreResources(key, query, options),
        volumes: options => api.getRestoreVolumes(key, options),
      };
}
