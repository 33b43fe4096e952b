import {
  ClusterConnection,
  WatchedResource,
} from '../clusters/ClusterConnection';
import { ListWatchSink } from './ListWatchSink';

/** What is to be followed, and who wants to know. */
export interface WatchTarget {
  connection: ClusterConnection;
  resource: WatchedResource;
  /** All namespaces when absent. */
  namespace?: string;
  sink: ListWatchSink;
  signal: AbortSignal;
}

export interface ListWatchRunOptions extends WatchTarget {
  /** A resource version that the sink was told by `endList` or `position` in an earlier run. */
  resumeFrom?: string;
}
