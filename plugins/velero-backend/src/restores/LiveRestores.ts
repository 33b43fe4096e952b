import {
  ClusterConnection,
  KubernetesObject,
} from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { freshnessOf } from '../inventory/freshness';
import { StoredRestoreRequest } from '../store/RestoreRequestStore';
import { Stores } from '../store/Stores';

/** Looks in the clusters themselves for the Restores of requests, where what was collected does not tell. */
export class LiveRestores {
  readonly #stores: Pick<Stores, 'clusters'>;
  readonly #registry: ClusterRegistry;
  readonly #timeout: number;

  /** @param options - `timeout` in milliseconds */
  constructor(options: {
    stores: Pick<Stores, 'clusters'>;
    registry: ClusterRegistry;
    timeout: number;
  }) {
    this.#stores = options.stores;
    this.#registry = options.registry;
    this.#timeout = options.timeout;
  }

  /** @returns nothing when the cluster does not tell */
  async find(
    request: StoredRestoreRequest,
  ): Promise<KubernetesObject | 'absent' | undefined> {
    const connection = await this.#connectionTo(request);
    try {
      return await connection?.get({
        resource: 'restores',
        namespace: request.binding.veleroNamespace,
        name: request.restore,
        signal: this.#signal(),
      });
    } catch (error) {
      if (error instanceof ClusterError) {
        return error.kind === 'not-found' ? 'absent' : undefined;
      }
      throw error;
    }
  }

  /** Whether the cluster is the one that the request was for: another one of its name has never had its Restore. */
  async isSameCluster(request: StoredRestoreRequest): Promise<boolean> {
    const connection = await this.#connectionTo(request);
    const identity = await connection?.readIdentity(this.#signal());
    return identity === request.binding.cluster.identity;
  }

  async #connectionTo({
    binding,
  }: StoredRestoreRequest): Promise<ClusterConnection | undefined> {
    const { name } = binding.cluster;
    const registered = this.#registry
      .current()
      .find(cluster => cluster.name === name);
    const [stored] = await this.#stores.clusters.find([name]);
    return registered && freshnessOf(registered, stored).state === 'live'
      ? registered.connection
      : undefined;
  }

  #signal(): AbortSignal {
    return AbortSignal.timeout(this.#timeout);
  }
}
