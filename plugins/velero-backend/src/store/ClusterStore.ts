import { ClusterState } from 'backstage-plugin-velero-common';
import { Knex } from 'knex';
import { databaseNow } from './databaseTime';
import { assertLease, ClusterLease } from './LeaseStore';

/** What is stored about the collecting from one cluster. Times are milliseconds since the epoch. */
export interface ClusterStatus {
  state: ClusterState;
  syncedAt?: number;
  reason?: string;
  veleroVersion?: string;
}

/** A status with the question whether somebody still looks after it. */
export interface StoredClusterStatus extends ClusterStatus {
  name: string;
  /** False when no replica holds the cluster: then nobody would notice if the status were wrong. */
  attended: boolean;
  /** Namespaces with storage locations: Velero works in each of them. */
  veleroNamespaces: string[];
}

/** Keeps in what state the collecting from each cluster is. */
export class DatabaseClusterStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async save(lease: ClusterLease, status: ClusterStatus): Promise<void> {
    const row = {
      name: lease.cluster,
      state: status.state,
      synced_at: status.syncedAt ?? null,
      reason: status.reason ?? null,
      velero_version: status.veleroVersion ?? null,
    };
    await this.#knex.transaction(async transaction => {
      await assertLease(transaction, lease);
      await transaction('velero_cluster')
        .insert(row)
        .onConflict('name')
        .merge();
    });
  }

  /**
   * Remembers which cluster it is that answers. When another one answers from now on, its resource versions mean other
   * things: then nothing that is stored counts as known any more, and everything is read anew.
   *
   * @returns true when it is another cluster than before
   */
  async adoptIdentity(lease: ClusterLease, identity: string): Promise<boolean> {
    const name = lease.cluster;
    return this.#knex.transaction(async transaction => {
      await assertLease(transaction, lease);
      const known = await transaction('velero_cluster').where({ name }).first();
      await transaction('velero_cluster')
        .insert({ name, identity, state: 'syncing' })
        .onConflict('name')
        .merge(['identity']);
      if (!known?.identity || known.identity === identity) {
        return false;
      }
      await forgetVersions(transaction, name);
      return true;
    });
  }

  async find(names: string[]): Promise<StoredClusterStatus[]> {
    const knex = this.#knex;
    const rows = await knex('velero_cluster as c')
      .leftJoin('velero_cluster_lease as l', 'l.cluster', 'c.name')
      .whereIn('c.name', names)
      .select<
        Array<{
          name: string;
          state: ClusterState;
          synced_at: string | number | null;
          reason: string | null;
          velero_version: string | null;
          attended: boolean | number | null;
        }>
      >(
        'c.name',
        'c.state',
        'c.synced_at',
        'c.reason',
        'c.velero_version',
        knex.raw('l.expires_at > ? as attended', [databaseNow(knex)]),
      );
    const namespaces = await this.#veleroNamespaces(names);
    return rows.map(row => ({
      name: row.name,
      state: row.state,
      syncedAt: row.synced_at === null ? undefined : Number(row.synced_at),
      reason: row.reason ?? undefined,
      veleroVersion: row.velero_version ?? undefined,
      attended: Boolean(row.attended),
      veleroNamespaces: namespaces.get(row.name) ?? [],
    }));
  }

  async #veleroNamespaces(clusters: string[]): Promise<Map<string, string[]>> {
    const rows = await this.#knex('velero_object')
      .whereIn('cluster', clusters)
      .andWhere({ resource: 'backupstoragelocations' })
      .distinct('cluster', 'namespace')
      .orderBy(['cluster', 'namespace']);
    const byCluster = new Map<string, string[]>();
    for (const { cluster, namespace } of rows) {
      byCluster.set(cluster, [...(byCluster.get(cluster) ?? []), namespace]);
    }
    return byCluster;
  }
}

async function forgetVersions(transaction: Knex.Transaction, cluster: string) {
  const unknown = { resource_version: '' };
  await transaction('velero_watch_position').where({ cluster }).del();
  await transaction('velero_object').where({ cluster }).update(unknown);
  await transaction('velero_namespace').where({ cluster }).update(unknown);
}
