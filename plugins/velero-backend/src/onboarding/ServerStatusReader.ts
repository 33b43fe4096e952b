import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { ClusterConnection } from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';

/** What a Velero server says of itself. */
export interface ServerStatus {
  /** As `v1.18.3`. */
  version?: string;
  /** Names of its plugins for object stores, as `velero.io/aws`. */
  objectStores: string[];
}

/** Milliseconds. */
const LIMIT = 5_000;
const POLL = 200;
/** Whoever fills in a form asks again and again. */
const KEPT = 60_000;

const SERVERS = 1_000;

/** Asks Velero servers, as the command line does, which plugins they have. */
export class ServerStatusReader {
  readonly #known = new LRUCache<string, ServerStatus>({
    max: SERVERS,
    ttl: KEPT,
  });

  /** @returns nothing for a server that does not answer, or that the portal may not ask: both are no refusal */
  async read(server: {
    cluster: string;
    namespace: string;
    connection: ClusterConnection;
  }): Promise<ServerStatus | undefined> {
    const key = `${server.cluster}/${server.namespace}`;
    const known = this.#known.get(key);
    if (known) {
      return known;
    }
    const status = await ask(server);
    if (status) {
      this.#known.set(key, status);
    }
    return status;
  }
}

async function ask(server: {
  namespace: string;
  connection: ClusterConnection;
}): Promise<ServerStatus | undefined> {
  const { namespace, connection } = server;
  const request = {
    resource: 'serverstatusrequests' as const,
    namespace,
    name: `velero-portal-${randomUUID()}`,
    signal: AbortSignal.timeout(LIMIT),
  };
  try {
    await connection.create({ ...request, labels: {}, spec: {} });
    return await answerTo(connection, request);
  } catch (error) {
    if (error instanceof ClusterError) {
      return undefined;
    }
    throw error;
  } finally {
    // Velero removes it by itself in a minute where the portal cannot.
    await connection
      .remove({ ...request, signal: AbortSignal.timeout(LIMIT) })
      .catch(() => undefined);
  }
}

async function answerTo(
  connection: ClusterConnection,
  request: Parameters<ClusterConnection['get']>[0],
): Promise<ServerStatus> {
  for (;;) {
    const { status } = await connection.get(request);
    const { phase, serverVersion, plugins } = (status ?? {}) as {
      phase?: unknown;
      serverVersion?: unknown;
      plugins?: unknown;
    };
    if (phase === 'Processed') {
      return {
        ...(typeof serverVersion === 'string' && { version: serverVersion }),
        objectStores: objectStoresOf(plugins),
      };
    }
    await delay(POLL);
  }
}

function objectStoresOf(plugins: unknown): string[] {
  return (Array.isArray(plugins) ? plugins : []).flatMap(plugin =>
    plugin?.kind === 'ObjectStore' && typeof plugin.name === 'string'
      ? [plugin.name]
      : [],
  );
}
