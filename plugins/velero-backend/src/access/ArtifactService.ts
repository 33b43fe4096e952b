import { Readable } from 'node:stream';
import {
  BackupKey,
  ResourcesQuery,
  ResourcesResponse,
  ResultsResponse,
  VolumesResponse,
} from 'backstage-plugin-velero-common';
import { UserCredentials } from './InventoryService';

/** Names a backup, and who asks for its files. */
export interface BackupReference {
  key: BackupKey;
  credentials: UserCredentials;
  /** Aborted when the reader has left. */
  signal: AbortSignal;
}

/** What Velero stored beside a backup, on behalf of a user. */
export interface ArtifactService {
  getLog(reference: BackupReference): Promise<Readable>;
  getResults(reference: BackupReference): Promise<ResultsResponse>;
  listResources(
    reference: BackupReference & { query: ResourcesQuery },
  ): Promise<ResourcesResponse>;
  listVolumes(reference: BackupReference): Promise<VolumesResponse>;
}
