import {
  ClusterFreshness,
  ClusterHistoryRecord,
  ClusterRecord,
  historyOf,
  HistoryResponse,
  protectionOf,
  ProtectionResponse,
} from 'backstage-plugin-velero-common';
import { Stores } from '../store/Stores';
import { ObjectRow } from '../store/tables';
import { Inventory } from './Inventory';
import { LocationIndex } from './LocationIndex';
import { ProtectionInventory, ProtectionQuestion } from './ProtectionInventory';
import {
  toBackupRecord,
  toLocationRecord,
  toScheduleRecord,
  toStoppingRecord,
} from './protectionRecords';
import { withoutUnreadDays } from './withoutUnreadDays';

const DAY = 86_400_000;

/** Backups of one cluster that a strip of days is made of at most. */
const HISTORY_LIMIT = 10_000;

interface NamespaceInCluster {
  cluster?: string;
  namespace: string;
}

/** Gathers from the store what the rules of protection judge by. */
export class DefaultProtectionInventory implements ProtectionInventory {
  readonly #stores: Pick<Stores, 'protection' | 'queries'>;
  readonly #inventory: Pick<Inventory, 'freshness'>;
  readonly #historyLimit: number;

  constructor(options: {
    stores: Pick<Stores, 'protection' | 'queries'>;
    inventory: Pick<Inventory, 'freshness'>;
    historyLimit?: number;
  }) {
    this.#stores = options.stores;
    this.#inventory = options.inventory;
    this.#historyLimit = options.historyLimit ?? HISTORY_LIMIT;
  }

  async protection(question: ProtectionQuestion): Promise<ProtectionResponse> {
    const proven = question.namespaces.filter(entry => entry.proven);
    const clusters = await this.#each(proven, (freshness, namespaces) =>
      this.#record(freshness, namespaces),
    );
    return protectionOf({ ...question, clusters, now: new Date() });
  }

  async history(options: {
    namespaces: Array<{ cluster: string; namespace: string }>;
    days: number;
  }): Promise<HistoryResponse> {
    const { namespaces, days } = options;
    const now = new Date();
    const pasts = await this.#each(namespaces, (freshness, names) =>
      this.#past({ freshness, names, days, now }),
    );
    const clusters = pasts.map(({ record }) => record);
    const history = historyOf({ namespaces, clusters, days, now });
    return withoutUnreadDays(history, Math.max(...pasts.map(p => p.readFrom)));
  }

  async #each<T>(
    entries: NamespaceInCluster[],
    read: (freshness: ClusterFreshness, namespaces: string[]) => Promise<T>,
  ): Promise<T[]> {
    const names = [...new Set(entries.flatMap(({ cluster }) => cluster ?? []))];
    const freshness = await this.#inventory.freshness(names);
    return Promise.all(
      freshness.map(cluster => {
        const own = entries.filter(entry => entry.cluster === cluster.name);
        return read(
          cluster,
          own.map(({ namespace }) => namespace),
        );
      }),
    );
  }

  async #record(
    freshness: ClusterFreshness,
    namespaces: string[],
  ): Promise<ClusterRecord> {
    const { name: cluster } = freshness;
    const store = this.#stores.protection;
    const [scheduleRows, locationRows, stoppingRows] = await Promise.all([
      store.schedules(cluster, namespaces),
      this.#stores.queries.locationsIn(cluster),
      store.stopping(cluster),
    ]);
    const locations = locationRows.map(toLocationRecord);
    const backups = await store.backups({
      cluster,
      namespaces,
      schedules: scheduleRows,
      foreignLocations: locations
        .filter(({ accessMode }) => accessMode === 'ReadOnly')
        .map(({ veleroNamespace: namespace, name }) => ({ namespace, name })),
    });
    return {
      freshness,
      schedules: scheduleRows.map(toScheduleRecord),
      backups: await this.#backupRecords(backups),
      locations,
      stopping: stoppingRows.map(toStoppingRecord),
    };
  }

  async #past(options: {
    freshness: ClusterFreshness;
    names: string[];
    days: number;
    now: Date;
  }): Promise<{ record: ClusterHistoryRecord; readFrom: number }> {
    const { freshness, names, days, now } = options;
    const today = Math.floor(now.getTime() / DAY) * DAY;
    const rows = await this.#stores.protection.since({
      cluster: freshness.name,
      namespaces: names,
      time: today - (days - 1) * DAY,
      limit: this.#historyLimit,
    });
    const isCut = rows.length === this.#historyLimit;
    return {
      record: { freshness, backups: await this.#backupRecords(rows) },
      readFrom: isCut ? Number(rows[rows.length - 1].sort_time) : 0,
    };
  }

  async #backupRecords(rows: ObjectRow[]) {
    const locations = await LocationIndex.load(this.#stores.queries, rows);
    return rows.map(row => toBackupRecord(row, locations));
  }
}
