import {
  ClusterFreshness,
  ClusterRecord,
  historyOf,
  HistoryResponse,
  protectionOf,
  ProtectionResponse,
} from 'backstage-plugin-velero-common';
import { Stores } from '../store/Stores';
import { ClusterNamespaces } from '../store/ProtectionQueries';
import { ObjectRow } from '../store/tables';
import { BackupRecords } from './BackupRecords';
import { LocationIndex } from './LocationIndex';
import { ProtectionInventory, ProtectionQuestion } from './ProtectionInventory';
import {
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

/** A cluster that can be told of, with the namespaces that are asked for. */
interface AskedCluster extends ClusterNamespaces {
  freshness: ClusterFreshness;
}

/** Gathers from the store what the rules of protection judge by. */
export class DefaultProtectionInventory implements ProtectionInventory {
  readonly #stores: Pick<Stores, 'protection' | 'queries'>;
  readonly #records: BackupRecords;
  readonly #historyLimit: number;

  constructor(options: {
    stores: Pick<Stores, 'protection' | 'queries'>;
    historyLimit?: number;
  }) {
    this.#stores = options.stores;
    this.#records = new BackupRecords(options.stores.queries);
    this.#historyLimit = options.historyLimit ?? HISTORY_LIMIT;
  }

  async protection(question: ProtectionQuestion): Promise<ProtectionResponse> {
    const proven = question.namespaces.filter(entry => entry.proven);
    const asked = askedClusters(question.clusters, proven);
    const clusters = await this.#clusterRecords(asked);
    return protectionOf({ ...question, clusters, now: new Date() });
  }

  async history(options: {
    namespaces: Array<{ cluster: string; namespace: string }>;
    clusters: ClusterFreshness[];
    days: number;
  }): Promise<HistoryResponse> {
    const { namespaces, days } = options;
    const now = new Date();
    const pasts = await Promise.all(
      askedClusters(options.clusters, namespaces).map(asked =>
        this.#past(asked, firstOf(days, now)),
      ),
    );
    const history = historyOf({ namespaces, clusters: pasts, days, now });
    return withoutUnreadDays(history, Math.max(...pasts.map(p => p.readFrom)));
  }

  async #clusterRecords(asked: AskedCluster[]): Promise<ClusterRecord[]> {
    const names = asked.map(({ cluster }) => cluster);
    const { protection, queries } = this.#stores;
    const [schedules, locations, stopping] = await Promise.all([
      protection.schedules(asked),
      queries.locationsIn(names),
      protection.stopping(names),
    ]);
    const stamps = await protection.backups(
      asked.map(({ cluster, namespaces }) => ({
        cluster,
        namespaces,
        schedules: of(cluster, schedules),
        foreignLocations: of(cluster, locations).filter(isReadOnly),
      })),
    );
    const backups = await this.#records.of(
      stamps,
      await LocationIndex.of(queries, locations),
    );
    return asked.map(({ freshness, cluster }) => ({
      freshness,
      schedules: of(cluster, schedules).map(toScheduleRecord),
      backups: of(cluster, backups),
      locations: of(cluster, locations).map(toLocationRecord),
      stopping: of(cluster, stopping).map(toStoppingRecord),
    }));
  }

  async #past({ freshness, cluster, namespaces }: AskedCluster, time: number) {
    const limit = this.#historyLimit;
    const { protection, queries } = this.#stores;
    const stamps = await protection.since({ cluster, namespaces, time, limit });
    const locations = await LocationIndex.of(
      queries,
      await queries.locationsIn([cluster]),
    );
    const isCut = stamps.length === limit;
    return {
      freshness,
      backups: await this.#records.of(stamps, locations),
      readFrom: isCut ? Number(stamps[stamps.length - 1].sort_time) : 0,
    };
  }
}

function askedClusters(
  clusters: ClusterFreshness[],
  entries: NamespaceInCluster[],
): AskedCluster[] {
  return clusters
    .map(freshness => ({
      freshness,
      cluster: freshness.name,
      namespaces: of(freshness.name, entries).map(({ namespace }) => namespace),
    }))
    .filter(({ namespaces }) => namespaces.length > 0);
}

function of<T extends { cluster?: string }>(
  cluster: string,
  entries: T[],
): T[] {
  return entries.filter(entry => entry.cluster === cluster);
}

/** Start of the first day, in milliseconds. */
function firstOf(days: number, now: Date): number {
  return (Math.floor(now.getTime() / DAY) - (days - 1)) * DAY;
}

function isReadOnly(location: ObjectRow): boolean {
  return toLocationRecord(location).accessMode === 'ReadOnly';
}
