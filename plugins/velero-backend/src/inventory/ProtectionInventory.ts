import {
  ClusterFreshness,
  HistoryResponse,
  ProtectionResponse,
  ProtectionTarget,
  ProtectionReason,
  NamespaceToProtect,
} from 'backstage-plugin-velero-common';

/** What is asked of the protection of some namespaces; all proven ones are the reader's. */
export interface ProtectionQuestion {
  namespaces: NamespaceToProtect[];
  /** Freshness of the clusters of the namespaces, at least. */
  clusters: ClusterFreshness[];
  target?: ProtectionTarget;
  targetProblem?: ProtectionReason;
}

/** Says from the store whether namespaces are protected, and how it was on the days before. */
export interface ProtectionInventory {
  protection(question: ProtectionQuestion): Promise<ProtectionResponse>;
  /** @param options - `days` from 1 to 90 */
  history(options: {
    namespaces: Array<{ cluster: string; namespace: string }>;
    clusters: ClusterFreshness[];
    days: number;
  }): Promise<HistoryResponse>;
}
