import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ClusterTransport } from './ClusterTransport';

/**
 * How the portal reaches a cluster, or in words why it cannot.
 *
 * @public
 */
export type VeleroClusterAccess =
  | {
      /** Changes when the connection has to be made anew; an open connection is kept while it stays the same. */
      revision: string;
      openTransport(): ClusterTransport;
    }
  | { problem: string };

/**
 * A cluster that a source knows.
 *
 * @public
 */
export interface VeleroClusterDefinition {
  /** The name by which annotations refer to the cluster, unique among all sources. */
  name: string;
  title?: string;
  /** The namespaces that Velero runs in; needed only where the credential may not list in all namespaces. */
  veleroNamespaces?: string[];
  access: VeleroClusterAccess;
}

/**
 * Tells which clusters there are. It is asked about once a minute.
 *
 * @public
 */
export interface VeleroClusterSource {
  /** Names the source in log lines and in the list of clusters. */
  id: string;
  /** When it rejects, the clusters of its last answer stay. */
  listClusters(options: {
    signal: AbortSignal;
  }): Promise<VeleroClusterDefinition[]>;
}

/**
 * Takes further sources of clusters, besides `velero.clusters` and `kubernetes` in the configuration.
 *
 * @public
 */
export interface VeleroClusterSourceExtensionPoint {
  /**
   * Adds a source. Where two sources know a cluster of the same name, the configuration wins, then the source that was
   * added first.
   */
  addClusterSource(source: VeleroClusterSource): void;
}

/**
 * Lets a module add clusters to the Velero backend plugin.
 *
 * @public
 */
export const veleroClusterSourceExtensionPoint =
  createExtensionPoint<VeleroClusterSourceExtensionPoint>({
    id: 'velero.clusterSource',
  });
