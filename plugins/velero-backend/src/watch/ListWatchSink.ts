import { KubernetesObject } from '../clusters/ClusterConnection';
import { ClusterErrorKind } from '../clusters/ClusterError';

/** What a list-watch is doing. Times are milliseconds since the epoch. */
export type WatchState =
  /** The first list, or a new one after the position was lost, is being read. */
  | { state: 'listing' }
  /** In step with the cluster. Reported again on each sign of life, so that `at` stays young. */
  | { state: 'watching'; at: number }
  /** Not in step; tries again at `retryAt`. */
  | {
      state: 'failing';
      kind: ClusterErrorKind;
      reason: string;
      since: number;
      retryAt: number;
    };

/**
 * Receives what a list-watch learns about one resource of one cluster. Calls come one after another, and the
 * list-watch reads no further before the promise of the last one is fulfilled, which is the back-pressure.
 *
 * A complete list is framed by `beginList` and `endList`; what was not put in between no longer exists. A `beginList`
 * without `endList` before the next `beginList` is a list that broke off: it says nothing about what is missing, and
 * changes may follow it. `remove` may also come within a list. No `put` holds an object twice.
 */
export interface ListWatchSink {
  beginList(): Promise<void>;
  put(objects: KubernetesObject[]): Promise<void>;
  remove(object: KubernetesObject): Promise<void>;
  endList(resourceVersion: string): Promise<void>;
  /** All up to this resource version has been handed over; a later start may resume from it. */
  position(resourceVersion: string): Promise<void>;
  state(state: WatchState): void;
}
