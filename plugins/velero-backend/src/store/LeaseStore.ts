import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { databaseNow } from './databaseTime';

/** A replica's right to write what it learns of one cluster. It ends when another replica takes a later epoch. */
export interface ClusterLease {
  cluster: string;
  holder: string;
  epoch: number;
}

/** Leases on clusters, kept in the database so that replicas need nothing else to agree. */
export interface LeaseStore {
  /** Takes a cluster that nobody holds. Gives `undefined` when somebody does. */
  acquire(options: LeaseRequest): Promise<ClusterLease | undefined>;
  /** Prolongs a lease. False when it was lost. */
  renew(lease: ClusterLease, ttl: number): Promise<boolean>;
  /** Ends a lease at once, so that another replica need not wait for its end. */
  release(lease: ClusterLease): Promise<void>;
}

export interface LeaseRequest {
  cluster: string;
  holder: string;
  /** Milliseconds. */
  ttl: number;
}

/** Throws when the lease is no longer the newest one; keeps it until the transaction ends. */
export async function assertLease(
  transaction: Knex.Transaction,
  lease: ClusterLease,
): Promise<void> {
  const row = await transaction('velero_cluster_lease')
    .where({ ...lease })
    .forShare()
    .first('cluster');
  if (!row) {
    throw new ConflictError(
      `Another replica has taken over cluster '${lease.cluster}'`,
    );
  }
}

export class DatabaseLeaseStore implements LeaseStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async acquire(options: LeaseRequest): Promise<ClusterLease | undefined> {
    const { cluster, holder, ttl } = options;
    const knex = this.#knex;
    await knex('velero_cluster_lease')
      .insert({ cluster, holder, epoch: 0, expires_at: 0 })
      .onConflict('cluster')
      .ignore();
    const taken = await knex('velero_cluster_lease')
      .where({ cluster })
      .andWhere('expires_at', '<', databaseNow(knex))
      .update({
        holder,
        epoch: knex.raw('epoch + 1'),
        expires_at: knex.raw('? + ?', [databaseNow(knex), ttl]),
      });
    if (!taken) {
      return undefined;
    }
    const row = await knex('velero_cluster_lease')
      .where({ cluster, holder })
      .first('epoch');
    return row && { cluster, holder, epoch: row.epoch };
  }

  async renew(lease: ClusterLease, ttl: number): Promise<boolean> {
    const knex = this.#knex;
    const renewed = await knex('velero_cluster_lease')
      .where({ ...lease })
      .update({ expires_at: knex.raw('? + ?', [databaseNow(knex), ttl]) });
    return renewed > 0;
  }

  async release(lease: ClusterLease): Promise<void> {
    await this.#knex('velero_cluster_lease')
      .where({ ...lease })
      .update({ expires_at: 0 });
  }
}
