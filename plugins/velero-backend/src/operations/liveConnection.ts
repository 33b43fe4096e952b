import { ClusterConnection } from '../clusters/ClusterConnection';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { Inventory } from '../inventory/Inventory';
import { OperationError } from './OperationError';

/**
 * Gives the way to a cluster of which everything is known: otherwise what is known of its namespaces may be out of date.
 *
 * @param options - `nothing`: that nothing was done, in words
 * @throws OperationError `cluster-not-live`
 */
export async function liveConnection(options: {
  registry: ClusterRegistry;
  inventory: Pick<Inventory, 'freshness'>;
  cluster: string;
  nothing: string;
}): Promise<ClusterConnection> {
  const { registry, inventory, cluster, nothing } = options;
  const registered = registry.current().find(({ name }) => name === cluster);
  const [freshness] = await inventory.freshness([cluster]);
  if (!registered?.connection || freshness?.state !== 'live') {
    throw new OperationError(
      'cluster-not-live',
      `${nothing}: cluster '${cluster}' is not live for the portal (${
        freshness?.state ?? 'not registered'
      })${
        freshness?.reason ? `: ${freshness.reason}` : ''
      }. Try again when it is`,
    );
  }
  return registered.connection;
}
