import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  BackupDetails,
  BackupKey,
  BackupQuery,
  BackupSummary,
  ClusterSummary,
  EntityResponse,
  HistoryResponse,
  LocationSummary,
  ProtectionResponse,
  RestoreDetails,
  RestoreQuery,
  RestoreSummary,
  ScheduleSummary,
} from 'backstage-plugin-velero-common';

/** The credentials of the person who asks. */
export type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

/** The credentials of a person, or of another backend plugin that asks for nobody in particular. */
export type ReaderCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** A question about what an entity claims. */
export interface EntityQuestion<TQuery = BackupQuery> {
  entityRef: string;
  query: TQuery;
  credentials: UserCredentials;
}

/** What the routes answer, on behalf of a user. */
export interface InventoryService {
  listClusters(options: {
    credentials: UserCredentials;
  }): Promise<ClusterSummary[]>;
  listBackups(question: EntityQuestion): Promise<EntityResponse<BackupSummary>>;
  listSchedules(
    question: EntityQuestion,
  ): Promise<EntityResponse<ScheduleSummary>>;
  listLocations(
    question: EntityQuestion,
  ): Promise<EntityResponse<LocationSummary>>;
  listRestores(
    question: EntityQuestion<RestoreQuery>,
  ): Promise<EntityResponse<RestoreSummary>>;
  getRestore(options: {
    key: BackupKey;
    credentials: UserCredentials;
  }): Promise<RestoreDetails>;
  getBackup(options: {
    key: BackupKey;
    credentials: UserCredentials;
  }): Promise<BackupDetails>;
}

/** Names an entity and who asks about it. */
export interface EntityReference {
  entityRef: string;
  credentials: ReaderCredentials;
}

/** Whether an entity is protected, on behalf of a user or for another plugin. */
export interface ProtectionService {
  getProtection(question: EntityReference): Promise<ProtectionResponse>;
  /** @param question - `days` from 1 to 90 */
  getHistory(
    question: EntityReference & { days: number },
  ): Promise<HistoryResponse>;
}
