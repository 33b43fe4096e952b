import { ClusterConnection } from '../clusters/ClusterConnection';
import { between, ListWatchTiming } from './ListWatchTiming';
import { WatchTarget } from './WatchTarget';

/** Opens a watch that the server ends after a random time. */
export function openWatch(
  target: WatchTarget & { timing: ListWatchTiming },
  from: { resourceVersion: string } | { sendInitialEvents: true },
): ReturnType<ClusterConnection['watch']> {
  const { connection, resource, namespace, signal, timing } = target;
  return connection.watch({
    ...from,
    resource,
    namespace,
    timeoutSeconds: Math.round(between(timing.watchSeconds, timing.random)),
    signal,
  });
}
