import {
  BackupDetails,
  BackupKey,
  BackupSummary,
  ClusterFreshness,
  ClusterSummary,
  LocationSummary,
  RestoreDetails,
  RestoreSummary,
  ScheduleSummary,
  StoragePlaceSummary,
} from 'backstage-plugin-velero-common';
import {
  ClusterRegistry,
  RegisteredCluster,
} from '../clusters/ClusterRegistry';
import { StoredClusterStatus } from '../store/ClusterStore';
import { NamespaceKey } from '../store/NamespaceStore';
import { RowKey, SelectingQuery, SelectingRow } from '../store/ObjectQueries';
import { RowPosition } from '../store/readPage';
import { Stores } from '../store/Stores';
import { StoredResource } from '../store/tables';
import { freshnessOf, summaryOf } from './freshness';
import {
  Inventory,
  InventoryPage,
  InventoryQuestion,
  RestoreQuestion,
} from './Inventory';
import { LocationIndex } from './LocationIndex';
import { findWithheld } from './findWithheld';
import { listRestores } from './listRestores';
import { listStoragePlaces } from './listStoragePlaces';
import { loadSources, sourceClustersOf } from './restoreSources';
import { clustersOf, toBackupDetails, toBackupSummary } from './toBackup';
import { toLocationSummary } from './toLocation';
import { toRestoreDetails } from './toRestore';
import { toScheduleSummary } from './toSchedule';

/** Answers from the store. */
export class DefaultInventory implements Inventory {
  readonly #registry: ClusterRegistry;
  readonly #stores: Stores;

  constructor(options: { registry: ClusterRegistry; stores: Stores }) {
    this.#registry = options.registry;
    this.#stores = options.stores;
  }

  async clusters(): Promise<ClusterSummary[]> {
    const clusters = this.#registry.current();
    return this.#describe(clusters, summaryOf);
  }

  async freshness(names?: string[]): Promise<ClusterFreshness[]> {
    const clusters = this.#registry
      .current()
      .filter(cluster => !names || names.includes(cluster.name));
    return this.#describe(clusters, freshnessOf);
  }

  async backups(
    question: InventoryQuestion,
  ): Promise<InventoryPage<BackupSummary>> {
    const withheld = await findWithheld(
      this.#stores.queries,
      question.readable,
    );
    const page = await this.#page(
      'backups',
      { ...question, withheld },
      toBackupSummary,
    );
    // In the first moments a location may not be known yet, and with it not whose its backups are.
    const items = page.items.filter(({ namespaces }) => namespaces.length > 0);
    return { ...page, items };
  }

  schedules(
    question: InventoryQuestion,
  ): Promise<InventoryPage<ScheduleSummary>> {
    return this.#page('schedules', question, toScheduleSummary);
  }

  async locations(
    question: InventoryQuestion,
  ): Promise<InventoryPage<LocationSummary>> {
    const { readable, filter, limit, after } = question;
    const queries = this.#stores.queries;
    const {
      name: _name,
      phase: _phase,
      schedule: _schedule,
      ...ofSchedules
    } = filter;
    const keys = [
      ...(await queries.locations({
        resource: 'backups',
        namespaces: readable,
        filter,
        withheld: await findWithheld(queries, readable),
      })),
      ...(await queries.locations({
        resource: 'schedules',
        namespaces: readable,
        filter: ofSchedules,
      })),
    ];
    const rows = await queries.findAll('backupstoragelocations', keys);
    const rest = rows.filter(row => !after || isBehind(row, after));
    const items = rest.slice(0, limit);
    const last = items[items.length - 1];
    return {
      items: items.map(toLocationSummary),
      totalItems: rows.length,
      next:
        rest.length > limit
          ? {
              sortTime: 0,
              cluster: last.cluster,
              namespace: last.namespace,
              name: last.name,
            }
          : undefined,
    };
  }

  restores(question: RestoreQuestion): Promise<InventoryPage<RestoreSummary>> {
    return listRestores(this.#stores, question);
  }

  storagePlaces(page: {
    limit: number;
    after?: RowKey;
  }): Promise<{ items: StoragePlaceSummary[]; next?: RowKey }> {
    const clusters = this.#registry.current().map(({ name }) => name);
    return listStoragePlaces(this.#stores.places, { clusters, ...page });
  }

  async clustersOfBackup(key: BackupKey): Promise<string[]> {
    const { cluster, veleroNamespace: namespace, name } = key;
    const { queries } = this.#stores;
    const row = await queries.find('backups', { cluster, namespace, name });
    return row
      ? clustersOf(row, await LocationIndex.load(queries, [row]))
      : [cluster];
  }

  async clustersOfRestore(key: BackupKey): Promise<string[]> {
    const { cluster, veleroNamespace: namespace, name } = key;
    const { queries, restores } = this.#stores;
    const row = await restores.find({ cluster, namespace, name });
    const sources = row
      ? sourceClustersOf(row, await loadSources(queries, [row]))
      : [];
    return [...new Set([cluster, ...sources])];
  }

  async backup(options: {
    key: BackupKey;
    readable: NamespaceKey[];
  }): Promise<BackupDetails | undefined> {
    const { cluster, veleroNamespace, name } = options.key;
    const key = { cluster, namespace: veleroNamespace, name };
    const [freshness] = await this.freshness([cluster]);
    const row = freshness && (await this.#stores.queries.find('backups', key));
    if (!row) {
      return undefined;
    }
    const locations = await LocationIndex.load(this.#stores.queries, [row]);
    const details = toBackupDetails(
      row,
      options.readable,
      locations,
      freshness,
    );
    return details.namespaces.length > 0 ? details : undefined;
  }

  async restore(options: {
    key: BackupKey;
    readable: NamespaceKey[];
  }): Promise<RestoreDetails | undefined> {
    const { cluster, veleroNamespace: namespace, name } = options.key;
    const { queries, restores } = this.#stores;
    const [freshness] = await this.freshness([cluster]);
    const row =
      freshness && (await restores.find({ cluster, namespace, name }));
    if (!row) {
      return undefined;
    }
    const locations = await loadSources(queries, [row]);
    return toRestoreDetails(row, options.readable, locations, freshness);
  }

  async #page<TItem>(
    resource: StoredResource,
    question: InventoryQuestion & Pick<SelectingQuery, 'withheld'>,
    toItem: (
      row: SelectingRow,
      readable: NamespaceKey[],
      locations: LocationIndex,
    ) => TItem,
  ): Promise<InventoryPage<TItem>> {
    const { readable, filter, withheld, limit, after } = question;
    const queries = this.#stores.queries;
    const query = { resource, namespaces: readable, filter, withheld };
    const [{ rows, next }, totalItems] = await Promise.all([
      queries.page({ ...query, limit, after }),
      queries.count(query),
    ]);
    const locations = await LocationIndex.load(queries, rows);
    return {
      items: rows.map(row => toItem(row, readable, locations)),
      totalItems,
      next,
    };
  }

  async #describe<T>(
    clusters: RegisteredCluster[],
    describe: (
      cluster: RegisteredCluster,
      stored: StoredClusterStatus | undefined,
    ) => T,
  ): Promise<T[]> {
    const stored = await this.#stores.clusters.find(
      clusters.map(cluster => cluster.name),
    );
    const byName = new Map(stored.map(status => [status.name, status]));
    return clusters.map(cluster => describe(cluster, byName.get(cluster.name)));
  }
}

/** Locations come in the order of their names, as the store gives them. */
function isBehind(
  row: { cluster: string; namespace: string; name: string },
  position: RowPosition,
): boolean {
  const text = (key: typeof row) =>
    [key.cluster, key.namespace, key.name].join('/');
  return text(row) > text(position);
}
