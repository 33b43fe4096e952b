import { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { AccessRequest, isPathAccess } from '../api/access/AccessRequest';
import { Authenticator } from '../api/access/Authenticator';
import { Authorizer } from '../api/access/Authorizer';
import { forbidden } from '../api/access/forbidden';
import { ServiceAccountTokens } from '../api/access/ServiceAccountTokens';
import { authenticated, Subject } from '../api/access/Subject';
import { noSuchResource, unauthorized } from '../api/ApiError';
import { ClusterApi } from '../api/ClusterApi';
import { RESOURCE_TYPES } from '../api/ResourceType';
import { Clock } from '../clock/Clock';
import { FaultSwitches } from '../faults/FaultSwitches';
import { OpenConnections } from '../faults/OpenConnections';
import { answerPath } from './answerPath';
import { RequestCounters } from './RequestCounters';
import {
  KnownRequest,
  readResourceRequest,
  ResourceRequest,
} from './RequestInfo';
import { ResourceHandler } from './ResourceHandler';
import { sendError, sendText } from './respond';

export interface ClusterHandlerOptions {
  api: ClusterApi;
  clock: Clock;
  authenticator: Authenticator;
  authorizer: Authorizer;
  serviceAccounts: ServiceAccountTokens;
  faults: FaultSwitches;
  connections: OpenConnections;
  requests: RequestCounters;
  kubernetesVersion: string;
  bookmarkMillis: number;
  backlogLimit: number;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  resource?: ResourceRequest;
}

/** Answers the requests to one cluster: faults first, then who asks, then what. */
export class ClusterHandler {
  readonly #options: ClusterHandlerOptions;
  readonly #resources: ResourceHandler;

  constructor(options: ClusterHandlerOptions) {
    this.#options = options;
    this.#resources = new ResourceHandler(options);
  }

  /** `url` is seen from the cluster's own root. */
  async handle(request: IncomingMessage, response: ServerResponse, url: URL) {
    const { connections, faults } = this.#options;
    const resource = readResourceRequest(request.method ?? 'GET', url);
    this.#count(request, url, resource);
    connections.add(response);
    if (faults.current.down) {
      request.socket.destroy();
      return;
    }
    if (faults.current.hang) {
      return;
    }
    try {
      await this.#answer({ request, response, url, resource });
    } catch (error) {
      sendError(response, error);
    }
  }

  #count(request: IncomingMessage, url: URL, resource?: ResourceRequest) {
    if (resource?.type) {
      this.#options.requests.count(resource.verb, resource.type.plural);
    } else {
      this.#options.requests.count(methodOf(request), url.pathname);
    }
  }

  async #answer(exchange: Exchange) {
    const { request, response, url, resource } = exchange;
    const {
      slow,
      tooManyRequests,
      unauthorized: refused,
    } = this.#options.faults.current;
    if (slow) {
      await delay(slow);
    }
    if (tooManyRequests) {
      response.setHeader('Retry-After', String(tooManyRequests));
      sendText(response, 429, 'Too many requests, please try again later.\n');
      return;
    }
    if (refused) {
      throw unauthorized();
    }
    const { authorization } = request.headers;
    const sender = this.#options.authenticator.authenticate(authorization);
    const subject = this.#impersonated(sender, request);
    const path = { path: url.pathname, verb: methodOf(request) };
    this.#authorize(subject, resource?.access ?? path);
    if (resource) {
      await this.#answerResource(exchange, resource, subject);
    } else {
      this.#answerPath(exchange);
    }
  }

  /** Who may act as somebody else may say so in a header. */
  #impersonated(sender: Subject, { headers }: IncomingMessage): Subject {
    const name = headers['impersonate-user'];
    if (typeof name !== 'string') {
      return sender;
    }
    const verb = 'impersonate';
    this.#authorize(sender, { group: '', resource: 'users', verb, name });
    const groups = headers['impersonate-group'] ?? [];
    return authenticated(name, [groups].flat());
  }

  #authorize(subject: Subject, access: AccessRequest) {
    const { forbidden: names = [], starting } = this.#options.faults.current;
    const isFault =
      !isPathAccess(access) &&
      (names.includes('*') || names.includes(access.resource));
    const { authorizer } = this.#options;
    const decision = authorizer.decide(subject, access, { starting });
    if (isFault || !decision.allowed) {
      throw forbidden(subject, access, isFault ? undefined : decision.reason);
    }
  }

  #answerPath({ request, response, url }: Exchange) {
    const { kubernetesVersion, faults } = this.#options;
    const { notInstalled } = faults.current;
    const pathname = (request.url ?? '').split('?')[0];
    const basePath = pathname.slice(0, -url.pathname.length);
    const { accept } = request.headers;
    const question = { response, url, accept, basePath, kubernetesVersion };
    answerPath({ ...question, notInstalled });
  }

  async #answerResource(
    { request, response, url }: Exchange,
    resource: ResourceRequest,
    subject: Subject,
  ) {
    const { notInstalled } = this.#options.faults.current;
    if (!isKnown(resource)) {
      refuseUnknown(response, resource);
    } else if (notInstalled && resource.type.custom) {
      sendText(response, 404, '404 page not found\n');
    } else {
      const question = { request, response, url, resource, subject };
      await this.#resources.handle(question);
    }
  }
}

function methodOf({ method = 'GET' }: IncomingMessage): string {
  return method.toLowerCase();
}

function isKnown(resource: ResourceRequest): resource is KnownRequest {
  return resource.type !== undefined;
}

/** Built-in groups say what is wrong; of other groups there is just no such page. */
function refuseUnknown(response: ServerResponse, { access }: ResourceRequest) {
  const isBuiltIn = RESOURCE_TYPES.some(
    ({ group, custom }) => group === access.group && !custom,
  );
  if (isBuiltIn) {
    throw noSuchResource();
  }
  sendText(response, 404, '404 page not found\n');
}
