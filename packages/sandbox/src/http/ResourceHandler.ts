import { IncomingMessage, ServerResponse } from 'node:http';
import {
  ApiStatus,
  methodNotAllowed,
  notFound,
  unsupportedMediaType,
} from '../api/ApiError';
import { ClusterApi, ObjectReference, WriteOptions } from '../api/ClusterApi';
import { decodeContinue } from '../api/continueToken';
import { isRecord } from '../api/KubernetesObject';
import { ListParameters, parseListParameters } from '../api/ListParameters';
import { continueExpired, selectPage } from '../api/selectPage';
import { StoredObject } from '../api/StoredObject';
import { FaultSwitches } from '../faults/FaultSwitches';
import { OpenConnections } from '../faults/OpenConnections';
import { readBody } from './readBody';
import { ResourceRequest } from './RequestInfo';
import { sendJson, sendJsonText, sendText } from './respond';
import { sendList } from './sendList';
import { WatchStream } from './WatchStream';

const MERGE_PATCH = 'application/merge-patch+json';

interface ResourceHandlerOptions {
  api: ClusterApi;
  faults: FaultSwitches;
  connections: OpenConnections;
  bookmarkMillis: number;
  backlogLimit: number;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  resource: ResourceRequest;
}

type Handler = (exchange: Exchange) => Promise<void> | void;

/** Answers requests for objects that are allowed. */
export class ResourceHandler {
  readonly #options: ResourceHandlerOptions;
  readonly #api: ClusterApi;
  readonly #handlers: Record<string, Handler> = {
    list: exchange => this.#list(exchange),
    watch: exchange => this.#list(exchange),
    get: exchange => this.#get(exchange),
    create: exchange => this.#create(exchange),
    update: exchange => this.#update(exchange),
    patch: exchange => this.#patch(exchange),
    delete: exchange => this.#delete(exchange),
    deletecollection: exchange => this.#deleteCollection(exchange),
  };

  constructor(options: ResourceHandlerOptions) {
    this.#options = options;
    this.#api = options.api;
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    resource: ResourceRequest,
  ) {
    const { type, name, namespace, subresource, verb } = resource;
    const overAll = verb === 'list' || verb === 'watch';
    if (Boolean(namespace) !== type.namespaced && !(overAll && !namespace)) {
      sendText(response, 404, '404 page not found\n');
      return;
    }
    if (subresource && name) {
      // None of the kinds has a subresource: a real server says that the object is not there.
      throw notFound(type, name);
    }
    if (!type.verbs.includes(verb)) {
      throw methodNotAllowed();
    }
    await this.#handlers[verb]({ request, response, url, resource });
  }

  async #list({ response, url, resource }: Exchange) {
    const { type, namespace } = resource;
    const { store } = this.#api;
    const parameters = parseListParameters(url.searchParams);
    if (parameters.watch) {
      await this.#watch(response, resource, parameters);
      return;
    }
    if (this.#options.faults.current.gone && parameters.continueToken) {
      throw continueExpired(decodeContinue(parameters.continueToken).after);
    }
    const page = selectPage({ store, type, namespace, parameters });
    await sendList(response, type, page);
  }

  async #watch(
    response: ServerResponse,
    { type, namespace }: ResourceRequest,
    parameters: ListParameters,
  ) {
    const { connections, faults, bookmarkMillis, backlogLimit } = this.#options;
    connections.markWatch(response);
    const stream = new WatchStream({
      response,
      store: this.#api.store,
      type,
      namespace,
      parameters,
      bookmarkMillis,
      backlogLimit,
      gone: faults.current.gone,
      cutAfterBytes: faults.current.cutWatchesAfterBytes,
    });
    await stream.run();
  }

  #get({ response, resource }: Exchange) {
    send(response, 200, this.#api.get(referenceOf(resource)));
  }

  async #create(exchange: Exchange) {
    const { request, response, resource } = exchange;
    if (resource.name) {
      throw methodNotAllowed();
    }
    const body = await readBody(request);
    const { type, namespace } = resource;
    const options = writeOptions(exchange);
    send(response, 201, this.#api.create(type, namespace, body, options));
  }

  async #update(exchange: Exchange) {
    const { request, response, resource } = exchange;
    const body = await readBody(request);
    const reference = referenceOf(resource);
    const options = writeOptions(exchange);
    send(response, 200, this.#api.update(reference, body, options));
  }

  async #patch(exchange: Exchange) {
    const { request, response, resource } = exchange;
    const mediaType = request.headers['content-type']?.split(';')[0];
    if (mediaType !== MERGE_PATCH) {
      throw unsupportedMediaType([MERGE_PATCH]);
    }
    const body = await readBody(request);
    const reference = referenceOf(resource);
    const options = writeOptions(exchange);
    send(response, 200, this.#api.patch(reference, body, options));
  }

  async #delete({ request, response, resource }: Exchange) {
    const body = await readBody(request);
    const reference = referenceOf(resource);
    const preconditions =
      isRecord(body) && isRecord(body.preconditions) ? body.preconditions : {};
    const last = this.#api.delete(reference, preconditions);
    const present = this.#api.find(reference);
    if (present) {
      send(response, 200, present);
    } else {
      sendJson(response, 200, deletedStatus(resource, last));
    }
  }

  async #deleteCollection({ response, url, resource }: Exchange) {
    const { type, namespace } = resource;
    const parameters = parseListParameters(url.searchParams);
    const { store } = this.#api;
    const page = selectPage({ store, type, namespace, parameters });
    for (const { object } of page.items) {
      const { name } = object.metadata;
      this.#api.delete({ type, name, namespace: object.metadata.namespace });
    }
    await sendList(response, type, page);
  }
}

function referenceOf(resource: ResourceRequest): ObjectReference {
  const { type, namespace, name } = resource;
  if (!name) {
    throw methodNotAllowed();
  }
  return { type, namespace, name };
}

/** Clients are told apart by their user agent unless they name a field manager. */
function writeOptions({ request, url }: Exchange): WriteOptions {
  const agent = request.headers['user-agent'] ?? 'unknown';
  return {
    manager: url.searchParams.get('fieldManager') ?? agent.split('/')[0],
    strict: url.searchParams.get('fieldValidation') === 'Strict',
  };
}

function send(response: ServerResponse, code: number, stored: StoredObject) {
  sendJsonText(response, code, stored.json);
}

function deletedStatus(
  { type, name }: ResourceRequest,
  { object }: StoredObject,
): ApiStatus {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name,
      ...(type.group && { group: type.group }),
      kind: type.plural,
      uid: object.metadata.uid,
    },
  };
}
