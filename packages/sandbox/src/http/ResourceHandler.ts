import { IncomingMessage, ServerResponse } from 'node:http';
import { Authorizer } from '../api/access/Authorizer';
import { REVIEWS } from '../api/access/reviews';
import { ServiceAccountTokens } from '../api/access/ServiceAccountTokens';
import { Subject } from '../api/access/Subject';
import { methodNotAllowed, notFound } from '../api/ApiError';
import { ClusterApi } from '../api/ClusterApi';
import { decodeContinue } from '../api/continueToken';
import { ListParameters, parseListParameters } from '../api/ListParameters';
import { continueExpired, selectPage } from '../api/selectPage';
import { Clock } from '../clock/Clock';
import { FaultSwitches } from '../faults/FaultSwitches';
import { OpenConnections } from '../faults/OpenConnections';
import { answerReview, answerTokenRequest } from './answerReview';
import { Exchange } from './Exchange';
import { negotiate } from './negotiate';
import { representationOf } from './representationOf';
import { KnownRequest } from './RequestInfo';
import { sendText } from './respond';
import { sendList } from './sendList';
import { WatchStream } from './WatchStream';
import {
  create,
  patch,
  referenceOf,
  remove,
  removeCollection,
  send,
  update,
} from './writeHandlers';

interface ResourceHandlerOptions {
  api: ClusterApi;
  clock: Clock;
  authorizer: Authorizer;
  serviceAccounts: ServiceAccountTokens;
  faults: FaultSwitches;
  connections: OpenConnections;
  bookmarkMillis: number;
  backlogLimit: number;
}

interface Question {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  resource: KnownRequest;
  subject: Subject;
}

type Handler = (exchange: Exchange) => Promise<void> | void;

/** Answers requests for objects that are allowed. */
export class ResourceHandler {
  readonly #options: ResourceHandlerOptions;
  readonly #api: ClusterApi;
  readonly #handlers: Record<string, Handler | undefined>;

  constructor(options: ResourceHandlerOptions) {
    const { api } = options;
    this.#options = options;
    this.#api = api;
    this.#handlers = {
      list: exchange => this.#list(exchange),
      watch: exchange => this.#list(exchange),
      get: exchange => this.#get(exchange),
      create: exchange => create(api, exchange),
      update: exchange => update(api, exchange),
      patch: exchange => patch(api, exchange),
      delete: exchange => remove(api, exchange),
      deletecollection: exchange => removeCollection(api, exchange),
    };
  }

  async handle(question: Question) {
    const { request, url, resource } = question;
    if (isMisplaced(resource)) {
      this.#refuseMisplaced(question);
      return;
    }
    if (await this.#answerSpecial(question)) {
      return;
    }
    const handler = this.#handlers[resource.verb];
    if (!handler || !resource.type.verbs.includes(resource.verb)) {
      throw methodNotAllowed();
    }
    const representation = representationOf(negotiate(request.headers.accept), {
      type: resource.type,
      includeObject: url.searchParams.get('includeObject') ?? 'Metadata',
      now: () => this.#options.clock.now(),
    });
    await handler({ ...question, representation });
  }

  #refuseMisplaced({ response, resource }: Question) {
    if (!resource.type.custom && resource.verb === 'create') {
      throw methodNotAllowed();
    }
    sendText(response, 404, '404 page not found\n');
  }

  /** Answers what is no object: reviews and tokens. Refuses subresources that the kind has not. */
  async #answerSpecial(question: Question): Promise<boolean> {
    const { resource } = question;
    const { type, name, subresource } = resource;
    if (REVIEWS[type.plural]) {
      await answerReview(question, this.#options.authorizer);
      return true;
    }
    if (!subresource || !name) {
      return false;
    }
    if (type.plural === 'serviceaccounts' && subresource === 'token') {
      await answerTokenRequest(question, this.#options);
      return true;
    }
    if (!(type.statusApart && subresource === 'status')) {
      // A real server says that the object is not there, even where it is.
      throw notFound(type, name);
    }
    return false;
  }

  async #list(exchange: Exchange) {
    const { response, url, resource, representation } = exchange;
    const { type, namespace } = resource;
    const { store } = this.#api;
    const parameters = parseListParameters(type, url.searchParams);
    if (parameters.watch) {
      await this.#watch(exchange, parameters);
      return;
    }
    if (this.#options.faults.current.gone && parameters.continueToken) {
      throw continueExpired(decodeContinue(parameters.continueToken).after);
    }
    const page = selectPage({ store, type, namespace, parameters });
    await sendList(response, representation, page);
  }

  async #watch(exchange: Exchange, parameters: ListParameters) {
    const { response, resource, representation } = exchange;
    const { type, namespace } = resource;
    const { connections, faults, bookmarkMillis, backlogLimit } = this.#options;
    connections.markWatch(response);
    const stream = new WatchStream({
      response,
      store: this.#api.store,
      type,
      namespace,
      parameters,
      representation,
      bookmarkMillis,
      backlogLimit,
      gone: faults.current.gone,
      cutAfterBytes: faults.current.cutWatchesAfterBytes,
    });
    await stream.run();
  }

  #get(exchange: Exchange) {
    send(exchange, 200, this.#api.get(referenceOf(exchange)));
  }
}

/** A namespaced kind without a namespace, or the other way round. */
function isMisplaced({ type, namespace, verb }: KnownRequest): boolean {
  const overAll = ['list', 'watch'].includes(verb) && !namespace;
  return Boolean(namespace) !== type.namespaced && !overAll;
}
