import { ClusterAccess } from '../roles';

/** Who sees all requests. */
export const AUDITOR = 'user:default/auditor';

/** Proves a namespace to be that of the users. */
export const OWNER = { 'backstage.io/owner': 'group:default/payments' };

/** What is in a backup that is previewed, by resource. Pods may have hooks, which only the archive tells. */
export const PREVIEWED_KINDS = {
  configmaps: { count: 4_000, content: { data: { apple: '1' } } },
  secrets: { count: 2_000, content: { data: { token: 'c2VjcmV0' } } },
  services: { count: 1_000, content: { spec: { ports: [{ port: 80 }] } } },
  pods: {
    count: 2_000,
    content: {
      spec: { containers: [{ name: 'main', image: 'shop:1' }] },
      status: { phase: 'Running' },
    },
  },
  serviceaccounts: { count: 1_000, content: {} },
};

/** What the simulated clusters say when they are ready. */
export interface RestoreClusters {
  clusters: ClusterAccess[];
}

/** A namespace that a request is to make. */
export interface WantedNamespace {
  cluster: string;
  namespace: string;
}

/** What the parent asks of the clusters. */
export type RestoreClustersRequest =
  /** How often connections are cut, and answers and questions lost: a share from 0 to 1. */
  | { ask: 'chaos'; share: number }
  /** Makes some of the namespaces that are not being restored yet, so that what was agreed to is not any more. */
  | { ask: 'change'; namespaces: WantedNamespace[]; count: number }
  | { ask: 'restores' };

/** What there is in the clusters. */
export interface RestoreCount {
  /** By name, how many different Restores there were. */
  made: Record<string, number>;
  /** Of `change`: those that no Restore was there for. */
  changed: WantedNamespace[];
  /** Requests of which something was lost. */
  lost: number;
  /** How often a cluster lost all its connections, watches included. */
  cuts: number;
}
