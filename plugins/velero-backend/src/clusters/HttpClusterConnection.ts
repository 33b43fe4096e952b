import {
  ClusterTransport,
  TransportResponse,
} from 'backstage-plugin-velero-node';
import {
  ClusterConnection,
  KubernetesPage,
  ListOptions,
  VeleroDiscovery,
  WatchEvent,
  WatchOptions,
} from './ClusterConnection';
import { ClusterError } from './ClusterError';
import { Deadline } from './http/Deadline';
import { EventLoopShare } from './http/EventLoopShare';
import { toClusterError } from './http/networkError';
import { parseDiscovery } from './http/parseDiscovery';
import { parseList } from './http/parseList';
import { parseUid } from './http/parseUid';
import { parseVeleroVersion } from './http/parseVeleroVersion';
import { parseWatchLine } from './http/parseWatchLine';
import { readBody } from './http/readBody';
import {
  collectionPath,
  Right,
  rightTo,
  VELERO_API_PATH,
} from './http/resources';
import { readResponseError } from './http/responseError';
import { splitLines } from './http/splitLines';

/** Bounds of what a cluster may cost. Times are milliseconds. */
export interface ConnectionLimits {
  pageBytes: number;
  /** An API server takes objects of 1.5 MiB, and JSON escapes can multiply that. */
  eventBytes: number;
  headersTimeout: number;
  bodyTimeout: number;
  /** Bookmarks come each minute, so longer silence means that the connection is lost. */
  watchSilence: number;
  requestTimeout: number;
  /** How long after its own end a watch is given up. */
  watchGrace: number;
}

const DEFAULT_LIMITS: ConnectionLimits = {
  pageBytes: 64 * 1024 * 1024,
  eventBytes: 4 * 1024 * 1024,
  headersTimeout: 30_000,
  bodyTimeout: 30_000,
  watchSilence: 90_000,
  requestTimeout: 120_000,
  watchGrace: 15_000,
};

interface Request {
  path: string;
  query?: Record<string, string>;
  right: Right;
  bodyTimeout: number;
  signal: AbortSignal;
}

/** Speaks HTTP as a Kubernetes API server expects it. */
export class HttpClusterConnection implements ClusterConnection {
  readonly #transport: ClusterTransport;
  readonly #limits: ConnectionLimits;

  constructor(options: {
    transport: ClusterTransport;
    limits?: Partial<ConnectionLimits>;
  }) {
    this.#transport = options.transport;
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
  }

  async discover(signal: AbortSignal): Promise<VeleroDiscovery> {
    try {
      const text = await this.#get({
        path: VELERO_API_PATH,
        right: { verb: 'get', resource: 'apis of velero.io' },
        signal,
      });
      return parseDiscovery(text);
    } catch (error) {
      if (error instanceof ClusterError && error.kind === 'not-found') {
        return { installed: false, resources: [] };
      }
      throw error;
    }
  }

  async list(options: ListOptions): Promise<KubernetesPage> {
    const { resource, namespace, limit, continueToken, signal } = options;
    const text = await this.#get({
      path: collectionPath(resource, namespace),
      query: {
        limit: String(limit),
        ...(continueToken && { continue: continueToken }),
      },
      right: rightTo('list', resource, namespace),
      signal,
    });
    return parseList(text);
  }

  async *watch(options: WatchOptions): AsyncGenerator<WatchEvent[]> {
    const deadline = new Deadline({
      signal: options.signal,
      milliseconds: options.timeoutSeconds * 1000 + this.#limits.watchGrace,
    });
    try {
      yield* this.#readEvents({ ...options, signal: deadline.signal });
    } catch (error) {
      throw toClusterError(error);
    } finally {
      deadline.end();
    }
  }

  async readIdentity(signal: AbortSignal): Promise<string | undefined> {
    const namespace = await this.#getIfAllowed({
      path: '/api/v1/namespaces/kube-system',
      right: { verb: 'get', resource: 'namespaces', where: 'kube-system' },
      signal,
    });
    return namespace && parseUid(namespace);
  }

  async readVeleroVersion(
    veleroNamespace: string,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const namespace = encodeURIComponent(veleroNamespace);
    const deployment = await this.#getIfAllowed({
      path: `/apis/apps/v1/namespaces/${namespace}/deployments/velero`,
      right: {
        verb: 'get',
        resource: 'deployments.apps',
        where: `in namespace ${veleroNamespace}`,
      },
      signal,
    });
    return deployment && parseVeleroVersion(deployment);
  }

  /** Gives nothing for what the portal may not read or what is not there: both are useful, but not needed. */
  async #getIfAllowed(
    request: Omit<Request, 'bodyTimeout'>,
  ): Promise<Buffer | undefined> {
    try {
      return await this.#get(request);
    } catch (error) {
      if (
        error instanceof ClusterError &&
        (error.kind === 'forbidden' || error.kind === 'not-found')
      ) {
        return undefined;
      }
      throw error;
    }
  }

  async #get(request: Omit<Request, 'bodyTimeout'>): Promise<Buffer> {
    const deadline = new Deadline({
      signal: request.signal,
      milliseconds: this.#limits.requestTimeout,
    });
    try {
      const { body } = await this.#send({
        ...request,
        bodyTimeout: this.#limits.bodyTimeout,
        signal: deadline.signal,
      });
      return await readBody(body, this.#limits.pageBytes);
    } catch (error) {
      throw toClusterError(error);
    } finally {
      deadline.end();
    }
  }

  async *#readEvents(options: WatchOptions): AsyncGenerator<WatchEvent[]> {
    const { resource, namespace, signal } = options;
    const right = rightTo('watch', resource, namespace);
    const { body } = await this.#send({
      path: collectionPath(resource, namespace),
      query: watchQuery(options),
      right,
      bodyTimeout: this.#limits.watchSilence,
      signal,
    });
    try {
      yield [];
      // A fast server fills so many reads in one turn of the event loop that nothing else would get one.
      const share = new EventLoopShare();
      for await (const lines of splitLines(body, this.#limits.eventBytes)) {
        yield lines.map(line => parseWatchLine(line, right));
        await share.pause();
      }
    } finally {
      body.destroy();
    }
  }

  async #send(request: Request): Promise<TransportResponse> {
    const { right, ...transportRequest } = request;
    const response = await this.#transport.request({
      ...transportRequest,
      headersTimeout: this.#limits.headersTimeout,
    });
    // Reading the body reports its errors; without a listener one that comes earlier would end the process.
    response.body.on('error', () => undefined);
    if (response.status !== 200) {
      throw await readResponseError(response, right);
    }
    return response;
  }
}

function watchQuery(options: WatchOptions): Record<string, string> {
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
