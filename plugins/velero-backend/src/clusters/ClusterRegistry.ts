import { ClusterConnection } from './ClusterConnection';

/** A cluster that the portal knows of. */
export interface RegisteredCluster {
  name: string;
  title?: string;
  /** Which source knows it. */
  source: string;
  /** The same object for as long as nothing about the connection changes; absent when there is no way to connect. */
  connection?: ClusterConnection;
  /** What is wrong with how the cluster is set up, in words for users. */
  problem?: string;
  /** The namespaces to look for Velero in; all when absent. */
  veleroNamespaces?: string[];
}

/** Knows which clusters there are now. */
export interface ClusterRegistry {
  /** In the order of the sources, each name once. */
  current(): RegisteredCluster[];
  /** False as long as a source has not answered yet: a cluster that is missing then need not be gone. */
  isComplete(): boolean;
  /** Calls the listener after each change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}
