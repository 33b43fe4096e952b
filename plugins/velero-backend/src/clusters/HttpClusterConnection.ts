import { ClusterTransport } from 'backstage-plugin-velero-node';
import {
  ClusterConnection,
  ClusterKinds,
  CreateOptions,
  CreateSecretOptions,
  KubernetesMetadata,
  KubernetesObject,
  KubernetesPage,
  ListNamesOptions,
  ListOptions,
  NamesPage,
  ObjectOptions,
  PatchOptions,
  ReadableResource,
  RemovableResource,
  RemoveOptions,
  VeleroDiscovery,
  WatchEvent,
  WatchOptions,
} from './ClusterConnection';
import { ClusterError } from './ClusterError';
import { mayDo } from './http/mayDo';
import { answerIfAllowed } from './http/answerIfAllowed';
import { ClusterRequests } from './http/ClusterRequests';
import { ConnectionLimits, DEFAULT_LIMITS } from './http/ConnectionLimits';
import { Deadline } from './http/Deadline';
import { EventLoopShare } from './http/EventLoopShare';
import { toClusterError } from './http/networkError';
import { objectToCreate, secretToCreate } from './http/objectToCreate';
import { parseDiscovery } from './http/parseDiscovery';
import { listQuery } from './http/listQuery';
import { parseList } from './http/parseList';
import { parseNames } from './http/parseNames';
import { parseObject } from './http/parseObject';
import { parseUid } from './http/parseUid';
import { parseVeleroVersion } from './http/parseVeleroVersion';
import { parseWatchLine } from './http/parseWatchLine';
import { readServedKinds } from './http/readServedKinds';
import {
  collectionPath,
  kindPath,
  KnownResource,
  objectPath,
  rightTo,
  rightToList,
  VELERO_API_PATH,
} from './http/resources';
import { secretMarksRequest } from './http/secretMarksRequest';
import { splitLines } from './http/splitLines';
import { watchQuery } from './http/watchQuery';

/** Without specs, which nobody asks for: of large objects it is a small part. */
const NAMES_ONLY =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/** A field that the cluster's Velero is too old for would be dropped without a word. */
const STRICT = { fieldValidation: 'Strict' };

/** Speaks HTTP as a Kubernetes API server expects it. */
export class HttpClusterConnection implements ClusterConnection {
  readonly #requests: ClusterRequests;
  readonly #limits: ConnectionLimits;

  constructor(options: {
    transport: ClusterTransport;
    limits?: Partial<ConnectionLimits>;
  }) {
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#requests = new ClusterRequests({
      transport: options.transport,
      limits: this.#limits,
    });
  }

  async discover(signal: AbortSignal): Promise<VeleroDiscovery> {
    try {
      const text = await this.#requests.answer({
        path: VELERO_API_PATH,
        right: { verb: 'get', resource: 'apis of velero.io' },
        signal,
      });
      return parseDiscovery(text);
    } catch (error) {
      if (error instanceof ClusterError && error.kind === 'not-served') {
        return { installed: false, resources: [] };
      }
      throw error;
    }
  }

  discoverKinds(signal: AbortSignal): Promise<ClusterKinds> {
    return readServedKinds(path =>
      this.#requests.answer({
        path,
        right: { verb: 'get', resource: 'the lists of resources' },
        signal,
      }),
    );
  }

  async list(options: ListOptions): Promise<KubernetesPage> {
    const { resource, namespace, signal } = options;
    const text = await this.#requests.answer({
      path: collectionPath(resource, namespace),
      query: listQuery(options),
      right: rightTo('list', resource, namespace),
      signal,
    });
    return parseList(text);
  }

  async listNames(options: ListNamesOptions): Promise<NamesPage> {
    const { kind, namespace, signal } = options;
    const text = await this.#requests.answer({
      path: kindPath(kind, namespace),
      query: listQuery(options),
      accept: NAMES_ONLY,
      right: rightToList(kind, namespace),
      maxBytes: this.#limits.namesBytes,
      signal,
    });
    return parseNames(await parseList(text));
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
    const text = await this.#requests.answerAboutObject({
      path: objectPath(resource, namespace, name),
      right: rightTo('get', resource, namespace),
      signal,
    });
    return parseObject(text);
  }

  async create(options: CreateOptions): Promise<KubernetesObject> {
    return parseObject(await this.#post(options, objectToCreate(options)));
  }

  async createSecret(options: CreateSecretOptions): Promise<{ uid?: string }> {
    const text = await this.#post(
      { ...options, resource: 'secrets' },
      secretToCreate(options),
      options.dryRun ? { dryRun: 'All' } : {},
    );
    const { uid } = parseObject(text).metadata;
    return { ...(uid && { uid }) };
  }

  async readSecretMarks(
    options: Omit<ObjectOptions<'secrets'>, 'resource'>,
  ): Promise<KubernetesMetadata | undefined> {
    try {
      const text = await this.#requests.answerAboutObject(
        secretMarksRequest(options),
      );
      return parseObject(text).metadata;
    } catch (error) {
      if (error instanceof ClusterError && error.kind === 'not-found') {
        return undefined;
      }
      throw error;
    }
  }

  async patch(options: PatchOptions): Promise<KubernetesObject> {
    const { resource, namespace, name, signal } = options;
    const { resourceVersion, patch } = options;
    const metadata = { ...patch.metadata, resourceVersion };
    const text = await this.#requests.answerAboutObject({
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
      await this.#requests.answerAboutObject({
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

  mayRemove(options: ObjectOptions<RemovableResource>): Promise<boolean> {
    return mayDo('delete', options, review =>
      this.#requests.answerAboutObject(review),
    );
  }

  async readIdentity(signal: AbortSignal): Promise<string | undefined> {
    const namespace = await answerIfAllowed(this.#requests, {
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
    const deployment = await answerIfAllowed(this.#requests, {
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

  #post(
    target: Omit<ObjectOptions<KnownResource>, 'name'>,
    object: object,
    query: Record<string, string> = {},
  ): Promise<Buffer> {
    const { resource, namespace, signal } = target;
    return this.#requests.answerAboutObject({
      method: 'POST',
      path: collectionPath(resource, namespace),
      query: { ...STRICT, ...query },
      body: JSON.stringify(object),
      right: rightTo('create', resource, namespace),
      signal,
    });
  }

  async *#readEvents(options: WatchOptions): AsyncGenerator<WatchEvent[]> {
    const { resource, namespace, signal } = options;
    const right = rightTo('watch', resource, namespace);
    const { body } = await this.#requests.send({
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
}
