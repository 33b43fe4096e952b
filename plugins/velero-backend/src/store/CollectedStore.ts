import { WatchedResource } from '../clusters/ClusterConnection';
import { ClusterLease } from './LeaseStore';

/** What one list-watch covers. */
export interface CollectScope {
  cluster: string;
  resource: WatchedResource;
  /** Namespace, or empty for all of them. */
  namespace: string;
}

/** Names an object within its cluster and resource. Namespaces themselves have an empty `namespace`. */
export interface ObjectName {
  namespace: string;
  name: string;
}

/** One write: all of it becomes visible together or not at all. */
export interface CollectedChanges<TRow> {
  lease: ClusterLease;
  scope: CollectScope;
  upserts: TRow[];
  removals: ObjectName[];
  /** Resource version up to which everything, these changes included, is stored. */
  position?: string;
}

/** Keeps what a list-watch learns. `write` is refused with a `ConflictError` when the lease is not the newest. */
export interface CollectedStore<TRow> {
  /** Resource versions of what is stored, by `keyOfObject`. */
  loadVersions(scope: CollectScope): Promise<Map<string, string>>;
  /** Where the list-watch may resume; `undefined` when the last list never was complete. */
  loadPosition(scope: CollectScope): Promise<string | undefined>;
  write(changes: CollectedChanges<TRow>): Promise<void>;
}

export function keyOfObject(object: ObjectName): string {
  return `${object.namespace}/${object.name}`;
}
