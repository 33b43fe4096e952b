import {
  BackupDetails,
  BackupFilter,
  BackupKey,
  BackupSummary,
  ClusterFreshness,
  ClusterSummary,
  LocationSummary,
  RestoreDetails,
  RestoreQuery,
  RestoreSummary,
  ScheduleSummary,
  StoragePlaceSummary,
} from 'backstage-plugin-velero-common';
import { NamespaceKey } from '../store/NamespaceStore';
import { RowKey } from '../store/ObjectQueries';
import { RowPosition } from '../store/readPage';

/** A question about what concerns some namespaces; all of them are the reader's. */
export interface InventoryQuestion<TFilter = BackupFilter> {
  readable: NamespaceKey[];
  filter: TFilter;
  limit: number;
  after?: RowPosition;
}

/** A question about the restores that concern some namespaces. */
export type RestoreQuestion = InventoryQuestion<
  Pick<RestoreQuery, 'cluster' | 'phase' | 'backup'>
>;

/** One page of an answer. */
export interface InventoryPage<TItem> {
  items: TItem[];
  totalItems: number;
  next?: RowPosition;
}

/** Questions over the store. None of them calls a cluster. */
export interface Inventory {
  clusters(): Promise<ClusterSummary[]>;
  /** Freshness of the named clusters, or of all; names that are not registered are left out. */
  freshness(clusters?: string[]): Promise<ClusterFreshness[]>;
  backups(question: InventoryQuestion): Promise<InventoryPage<BackupSummary>>;
  schedules(
    question: InventoryQuestion,
  ): Promise<InventoryPage<ScheduleSummary>>;
  locations(
    question: InventoryQuestion,
  ): Promise<InventoryPage<LocationSummary>>;
  restores(question: RestoreQuestion): Promise<InventoryPage<RestoreSummary>>;
  /**
   * Names the cluster of a backup and those that may have made it: what is in it is theirs. Without the backup the
   * answer is its cluster alone.
   */
  clustersOfBackup(key: BackupKey): Promise<string[]>;
  /** Names the cluster of a restore, whose namespaces it writes, and those of its backup, whose namespaces it reads. */
  clustersOfRestore(key: BackupKey): Promise<string[]>;
  /** A page of the places where backups are kept, each once. */
  storagePlaces(page: {
    limit: number;
    after?: RowKey;
  }): Promise<{ items: StoragePlaceSummary[]; next?: RowKey }>;
  /** `undefined` when there is no such backup, or it holds none of the namespaces. */
  backup(options: {
    key: BackupKey;
    readable: NamespaceKey[];
  }): Promise<BackupDetails | undefined>;
  /** `undefined` when there is no such restore, or it touches none of the namespaces. */
  restore(options: {
    key: BackupKey;
    readable: NamespaceKey[];
  }): Promise<RestoreDetails | undefined>;
}
