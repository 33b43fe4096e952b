import { Knex } from 'knex';
import { ObjectRow } from './tables';

/** Names a tenant by the marks of its objects. */
export interface TenantKey {
  tenant: string;
  /** A digest of the owner's reference. */
  owner: string;
}

/** Questions over what portals made for tenants. */
export class TenantQueries {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Names tenants that have something in one of the clusters, in the order of their names, one page of them. */
  async page(query: {
    clusters: string[];
    /** Those whose tenants are asked for; everybody's when absent. */
    owners?: string[];
    limit: number;
    after?: TenantKey;
  }): Promise<{ keys: TenantKey[]; next?: TenantKey }> {
    const { clusters, owners, limit, after } = query;
    const rows = await this.#knex('velero_object')
      .whereNotNull('tenant')
      .whereIn('cluster', clusters)
      .modify(tenants => {
        if (owners) {
          tenants.whereIn('tenant_owner', owners);
        }
        if (after) {
          const { tenant, owner } = after;
          tenants.whereRaw('(tenant, tenant_owner) > (?, ?)', [tenant, owner]);
        }
      })
      .distinct({ tenant: 'tenant', owner: 'tenant_owner' })
      .orderBy(['tenant', 'tenant_owner'])
      .limit(limit + 1);
    const keys = rows.slice(0, limit) as TenantKey[];
    return { keys, next: rows.length > limit ? keys[limit - 1] : undefined };
  }

  /** Lists the locations and schedules in the clusters that bear the name of a tenant, whoever its owner is. */
  async objectsNamed(clusters: string[], tenant: string): Promise<ObjectRow[]> {
    return this.#knex('velero_object')
      .where({ tenant })
      .whereIn('cluster', clusters)
      .orderBy(['cluster', 'namespace', 'name']);
  }

  /** Lists the locations and schedules of tenants in the clusters. */
  async objects(clusters: string[], keys: TenantKey[]): Promise<ObjectRow[]> {
    return this.#knex('velero_object')
      .whereIn('cluster', clusters)
      .whereIn(
        ['tenant', 'tenant_owner'],
        keys.map(({ tenant, owner }) => [tenant, owner]),
      )
      .orderBy(['cluster', 'namespace', 'name']);
  }
}
