import { WatchOptions } from '../ClusterConnection';

/** How an API server is asked for a watch. */
export function watchQuery(options: WatchOptions): Record<string, string> {
  const { resourceVersion, sendInitialEvents, timeoutSeconds } = options;
  return {
    watch: 'true',
    allowWatchBookmarks: 'true',
    timeoutSeconds: String(timeoutSeconds),
    ...(resourceVersion && { resourceVersion }),
    ...(sendInitialEvents && {
      sendInitialEvents: 'true',
      resourceVersionMatch: 'NotOlderThan',
    }),
  };
}
