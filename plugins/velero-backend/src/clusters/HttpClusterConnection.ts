import {
  ClusterTransport,
  TransportResponse,
} from 'backstage-plugin-velero-node';
import {
  ClusterConnection,
  CreateOptions,
  CreateSecretOptions,
  KubernetesObject,
  KubernetesPage,
  ListOptions,
  ObjectOptions,
  PatchOptions,
  ReadableResource,
  RemoveOptions,
  VeleroDiscovery,
  WatchEvent,
  WatchOptions,
} from './ClusterConnection';
import { ClusterError } from './ClusterError';
import { ClusterRequest, WholeRequest } from './http/ClusterRequest';
import { ConnectionLimits, DEFAULT_LIMITS } from './http/ConnectionLimits';
import { Deadline } from './http/Deadline';
import { EventLoopShare } from './http/EventLoopShare';
import { isExpectedStatus } from './http/isExpectedStatus';
import { toClusterError } from './http/networkError';
import { objectToCreate, secretToCreate } from './http/objectToCreate';
import { parseDiscovery } from './http/parseDiscovery';
import { parseList } from './http/parseList';
import { parseObject } from './http/parseObject';
import { parseUid } from './http/parseUid';
import { parseVeleroVersion } from './http/parseVeleroVersion';
import { parseWatchLine } from './http/parseWatchLine';
import { readBody } from './http/readBody';
import {
  collectionPath,
  KnownResource,
  objectPath,
  rightTo,
  VELERO_API_PATH,
} from './http/resources';
import { readResponseError } from './http/responseError';
import { splitLines } from './http/splitLines';
import { watchQuery } from './http/watchQuery';

/** A field that the cluster's Velero is too old for would be dropped without a word. */
const STRICT = { fieldValidation: 'Strict' };

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
      const text = await this.#answer({
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
    const text = await this.#answer({
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

  async get(
    options: ObjectOptions<ReadableResource>,
  ): Promise<KubernetesObject> {
    const { resource, namespace, name, signal } = options;
    const text = await this.#answerAboutObject({
      path: objectPath(resource, namespace, name),
      right: rightTo('get', resource, namespace),
      signal,
    });
    return parseObject(text);
  }

  async create(options: CreateOptions): Promise<KubernetesObject> {
    return parseObject(await this.#post(options, objectToCreate(options)));
  }

  async createSecret(options: CreateSecretOptions): Promise<void> {
    await this.#post(
      { ...options, resource: 'secrets' },
      secretToCreate(options),
      options.dryRun ? { dryRun: 'All' } : {},
    );
  }

  async patch(options: PatchOptions): Promise<KubernetesObject> {
    const { resource, namespace, name, signal } = options;
    const { resourceVersion, patch } = options;
    const metadata = { ...patch.metadata, resourceVersion };
    const text = await this.#answerAboutObject({
      method: 'PATCH',
      path: objectPath(resource, namespace, name),
      query: STRICT,
      body: JSON.stringify({ ...patch, metadata }),
      right: rightTo('patch', resource, namespace),
      signal,
    });
    return parseObject(text);
  }

  async remove(options: RemoveOptions): Promise<void> {
    const { resource, namespace, name, uid, signal } = options;
    try {
      await this.#answerAboutObject({
        method: 'DELETE',
        path: objectPath(resource, namespace, name),
        ...(uid && { body: JSON.stringify({ preconditions: { uid } }) }),
        right: rightTo('delete', resource, namespace),
        signal,
      });
    } catch (error) {
      const isGone =
        error instanceof ClusterError &&
        ['not-found', 'changed'].includes(error.kind);
      if (!isGone) {
        throw error;
      }
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
  async #getIfAllowed(request: WholeRequest): Promise<Buffer | undefined> {
    try {
      return await this.#answer(request);
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

  async #answer(request: WholeRequest): Promise<Buffer> {
    const {
      milliseconds = this.#limits.requestTimeout,
      maxBytes = this.#limits.pageBytes,
      ...rest
    } = request;
    const deadline = new Deadline({ signal: request.signal, milliseconds });
    try {
      const { body } = await this.#send({
        ...rest,
        bodyTimeout: this.#limits.bodyTimeout,
        signal: deadline.signal,
      });
      return await readBody(body, maxBytes);
    } catch (error) {
      throw toClusterError(error);
    } finally {
      deadline.end();
    }
  }

  #post(
    target: Omit<ObjectOptions<KnownResource>, 'name'>,
    object: object,
    query: Record<string, string> = {},
  ): Promise<Buffer> {
    const { resource, namespace, signal } = target;
    return this.#answerAboutObject({
      method: 'POST',
      path: collectionPath(resource, namespace),
      query: { ...STRICT, ...query },
      body: JSON.stringify(object),
      right: rightTo('create', resource, namespace),
      signal,
    });
  }

  #answerAboutObject(
    request: Omit<WholeRequest, 'milliseconds' | 'maxBytes'>,
  ): Promise<Buffer> {
    return this.#answer({
      ...request,
      milliseconds: this.#limits.objectTimeout,
      maxBytes: this.#limits.eventBytes,
    });
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

  async #send(request: ClusterRequest): Promise<TransportResponse> {
    const { right, ...transportRequest } = request;
    const response = await this.#transport.request({
      ...transportRequest,
      headersTimeout: this.#limits.headersTimeout,
    });
    // Reading the body reports its errors; without a listener one that comes earlier would end the process.
    response.body.on('error', () => undefined);
    if (!isExpectedStatus(response.status, request.method)) {
      throw await readResponseError(response, right);
    }
    return response;
  }
}
