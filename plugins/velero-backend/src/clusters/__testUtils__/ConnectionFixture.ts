import { ListOptions, WatchEvent, WatchOptions } from '../ClusterConnection';
import { ConnectionLimits } from '../http/ConnectionLimits';
import { HttpClusterConnection } from '../HttpClusterConnection';
import { DirectTransport } from '../transport/DirectTransport';
import { ScriptedServer } from './ScriptedServer';

/** Connections to a server that answers as a test says. */
export class ConnectionFixture {
  readonly server: ScriptedServer;
  readonly controller = new AbortController();
  readonly #transport: DirectTransport;

  private constructor(server: ScriptedServer) {
    this.server = server;
    this.#transport = new DirectTransport({
      url: server.url,
      readToken: async () => 'the-token',
      trust: { readCa: async () => undefined, skipVerify: false },
      configKey: 'velero.clusters[0]',
    });
  }

  static async start(): Promise<ConnectionFixture> {
    const server = new ScriptedServer();
    await server.start();
    return new ConnectionFixture(server);
  }

  async stop() {
    this.controller.abort();
    await this.#transport.close();
    await this.server.stop();
  }

  connect(limits: Partial<ConnectionLimits> = {}): HttpClusterConnection {
    return new HttpClusterConnection({ transport: this.#transport, limits });
  }

  list(limits?: Partial<ConnectionLimits>, options: Partial<ListOptions> = {}) {
    return this.connect(limits).list({
      resource: 'backups',
      limit: 10,
      signal: this.controller.signal,
      ...options,
    });
  }

  watch(
    limits?: Partial<ConnectionLimits>,
    options: Partial<WatchOptions> = {},
  ) {
    return this.connect(limits).watch({
      resource: 'backups',
      resourceVersion: '5',
      timeoutSeconds: 300,
      signal: this.controller.signal,
      ...options,
    });
  }
}

/** Reads a watch to its end. */
export async function collect(
  stream: AsyncIterable<WatchEvent[]>,
): Promise<WatchEvent[][]> {
  const batches: WatchEvent[][] = [];
  for await (const events of stream) {
    batches.push(events);
  }
  return batches;
}

/** What an API server says when it refuses something. */
export function status(code: number, extra: Record<string, unknown> = {}) {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    status: 'Failure',
    code,
    ...extra,
  };
}

export function backup(name: string, extra: Record<string, unknown> = {}) {
  return {
    apiVersion: 'velero.io/v1',
    kind: 'Backup',
    metadata: { name, namespace: 'velero', resourceVersion: '7' },
    ...extra,
  };
}
