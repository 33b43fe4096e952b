import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import {
  ClusterConnection,
  ObjectOptions,
} from '../clusters/ClusterConnection';
import { ClusterError, ClusterErrorKind } from '../clusters/ClusterError';

/** What a Velero server says of itself. */
export interface ServerStatus {
  /** As `v1.18.3`. */
  version?: string;
  /** Names of its plugins for object stores, as `velero.io/aws`. */
  objectStores: string[];
}

/** What became of the question to a Velero server. */
export type ServerAnswer =
  | { status: ServerStatus; silence?: undefined }
  | {
      status?: undefined;
      silence: {
        /** `no-answer` when the cluster took the question and nobody answered it. */
        cause: ClusterErrorKind | 'no-answer';
        reason: string;
      };
    };

/** Milliseconds. */
const LIMIT = 5_000;
const POLL = 200;
/** Whoever fills in a form asks again and again. */
const KEPT = 60_000;

const SERVERS = 1_000;

interface Server {
  namespace: string;
  connection: ClusterConnection;
}

type StatusRequest = ObjectOptions<'serverstatusrequests'>;

/** Asks Velero servers, as the command line does, which plugins they have. */
export class ServerStatusReader {
  readonly #limit: number;
  readonly #known = new LRUCache<string, ServerStatus>({
    max: SERVERS,
    ttl: KEPT,
  });

  /** @param options - `limit`: milliseconds that a server has for its answer */
  constructor(options: { limit?: number } = {}) {
    this.#limit = options.limit ?? LIMIT;
  }

  /** Only answers are remembered: who has just installed Velero need not wait. */
  async read(server: Server & { cluster: string }): Promise<ServerAnswer> {
    const key = `${server.cluster}/${server.namespace}`;
    const known = this.#known.get(key);
    if (known) {
      return { status: known };
    }
    const answer = await this.#ask(server);
    if (answer.status) {
      this.#known.set(key, answer.status);
    }
    return answer;
  }

  async #ask({ namespace, connection }: Server): Promise<ServerAnswer> {
    const request: StatusRequest = {
      resource: 'serverstatusrequests',
      namespace,
      name: `velero-portal-${randomUUID()}`,
      signal: AbortSignal.timeout(this.#limit),
    };
    let isTaken = false;
    try {
      await connection.create({ ...request, labels: {}, spec: {} });
      isTaken = true;
      return (await answerTo(connection, request)) ?? this.#noAnswer();
    } catch (error) {
      if (!(error instanceof ClusterError)) {
        throw error;
      }
      return isTaken && request.signal.aborted
        ? this.#noAnswer()
        : { silence: { cause: error.kind, reason: error.message } };
    } finally {
      // Velero removes it by itself in a few minutes where the portal cannot.
      await connection
        .remove({ ...request, signal: AbortSignal.timeout(LIMIT) })
        .catch(() => undefined);
    }
  }

  #noAnswer(): ServerAnswer {
    const reason = `a ServerStatusRequest was not answered within ${
      this.#limit / 1_000
    } s`;
    return { silence: { cause: 'no-answer', reason } };
  }
}

/** @returns nothing when the time is over */
async function answerTo(
  connection: ClusterConnection,
  request: StatusRequest,
): Promise<ServerAnswer | undefined> {
  while (!request.signal.aborted) {
    const { status } = await connection.get(request);
    const { phase, serverVersion, plugins } = (status ?? {}) as {
      phase?: unknown;
      serverVersion?: unknown;
      plugins?: unknown;
    };
    if (phase === 'Processed') {
      return {
        status: {
          ...(typeof serverVersion === 'string' && { version: serverVersion }),
          objectStores: objectStoresOf(plugins),
        },
      };
    }
    await delay(POLL);
  }
  return undefined;
}

function objectStoresOf(plugins: unknown): string[] {
  return (Array.isArray(plugins) ? plugins : []).flatMap(plugin =>
    plugin?.kind === 'ObjectStore' && typeof plugin.name === 'string'
      ? [plugin.name]
      : [],
  );
}
