import { tenantMarksOf, TenantSummary } from 'backstage-plugin-velero-common';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { Stores } from '../store/Stores';
import { tenantsOf } from './tenantsOf';
import { TenantInventory, TenantPage, TenantQuestion } from './TenantInventory';

/** Tells tenants by the marks of what this portal made for them. */
export class DefaultTenantInventory implements TenantInventory {
  readonly #registry: ClusterRegistry;
  readonly #stores: Pick<Stores, 'clusters' | 'tenants'>;
  readonly #portal: string;

  constructor(options: {
    registry: ClusterRegistry;
    stores: Pick<Stores, 'clusters' | 'tenants'>;
    /** Name of the portal in the marks. */
    portal: string;
  }) {
    this.#registry = options.registry;
    this.#stores = options.stores;
    this.#portal = options.portal;
  }

  async tenants(question: TenantQuestion): Promise<TenantPage> {
    const { owners, limit, after } = question;
    const clusters = this.#registry.current().map(({ name }) => name);
    const { keys, next } = await this.#stores.tenants.page({
      clusters,
      owners: owners?.map(owner => this.#markOf(owner)),
      limit,
      after,
    });
    return {
      items: await this.#describe(clusters, keys, owners),
      next,
      isComplete:
        this.#registry.isComplete() && (await this.#areAllRead(clusters)),
    };
  }

  async #describe(
    clusters: string[],
    keys: Parameters<Stores['tenants']['objects']>[1],
    owners: string[] | undefined,
  ): Promise<TenantSummary[]> {
    const rows = await this.#stores.tenants.objects(clusters, keys);
    const tenants = tenantsOf(rows, { portal: this.#portal });
    return tenants.filter(({ owner }) => !owners || owners.includes(owner));
  }

  #markOf(owner: string): string {
    return tenantMarksOf({ tenant: '', owner }, { portal: this.#portal }).owner;
  }

  /** Of a cluster without Velero nothing more will come. */
  async #areAllRead(clusters: string[]): Promise<boolean> {
    const stored = await this.#stores.clusters.find(clusters);
    const read = stored.filter(
      ({ state, syncedAt }) =>
        syncedAt !== undefined || state === 'not-installed',
    );
    return read.length === clusters.length;
  }
}
