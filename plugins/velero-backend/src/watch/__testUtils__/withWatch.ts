import {
  ClusterConnection,
  WatchEvent,
  WatchOptions,
} from '../../clusters/ClusterConnection';

/** A connection that watches in another way, and does all else as before. */
export function withWatch(
  connection: ClusterConnection,
  watch: (options: WatchOptions) => AsyncIterable<WatchEvent[]>,
): ClusterConnection {
  return {
    discover: signal => connection.discover(signal),
    discoverKinds: signal => connection.discoverKinds(signal),
    list: options => connection.list(options),
    listNames: options => connection.listNames(options),
    get: options => connection.get(options),
    create: options => connection.create(options),
    createSecret: options => connection.createSecret(options),
    readSecretMarks: options => connection.readSecretMarks(options),
    patch: options => connection.patch(options),
    remove: options => connection.remove(options),
    mayRemove: options => connection.mayRemove(options),
    readIdentity: signal => connection.readIdentity(signal),
    readVeleroVersion: (namespace, signal) =>
      connection.readVeleroVersion(namespace, signal),
    watch,
  };
}

/** A stream that is over as soon as it is open. */
export async function* ended(): AsyncGenerator<WatchEvent[]> {
  yield [];
}
