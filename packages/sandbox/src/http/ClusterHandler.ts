import { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { unauthorized } from '../api/ApiError';
import {
  forbidden,
  forbiddenPath,
  isAllowed,
  SandboxUser,
} from '../api/authorization';
import { ClusterApi } from '../api/ClusterApi';
import { FaultSwitches } from '../faults/FaultSwitches';
import { OpenConnections } from '../faults/OpenConnections';
import { answerPath } from './answerPath';
import { RequestCounters } from './RequestCounters';
import { readResourceRequest, ResourceRequest } from './RequestInfo';
import { ResourceHandler } from './ResourceHandler';
import { sendError, sendText } from './respond';

/** Anybody may see that a server lives and which version it is, as by Kubernetes' default roles. */
const PUBLIC_PATHS = /^\/(version|readyz|livez|healthz)(\/|$)/;
const ANONYMOUS = 'system:anonymous';

export interface ClusterHandlerOptions {
  api: ClusterApi;
  users: SandboxUser[];
  faults: FaultSwitches;
  connections: OpenConnections;
  requests: RequestCounters;
  kubernetesVersion: string;
  bookmarkMillis: number;
  backlogLimit: number;
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
    if (resource) {
      this.#options.requests.count(resource.verb, resource.type.plural);
    } else {
      const verb = (request.method ?? 'GET').toLowerCase();
      this.#options.requests.count(verb, url.pathname);
    }
  }

  async #answer(exchange: {
    request: IncomingMessage;
    response: ServerResponse;
    url: URL;
    resource?: ResourceRequest;
  }) {
    const { request, response, url, resource } = exchange;
    const { slow, tooManyRequests, notInstalled } =
      this.#options.faults.current;
    if (slow) {
      await delay(slow);
    }
    if (tooManyRequests) {
      response.setHeader('Retry-After', String(tooManyRequests));
      sendText(response, 429, 'Too many requests, please try again later.\n');
      return;
    }
    const user = this.#authenticate(request);
    if (!resource) {
      this.#authorizePath(user, request, url);
      const { kubernetesVersion } = this.#options;
      answerPath({ response, url, kubernetesVersion, notInstalled });
      return;
    }
    this.#authorize(user, resource);
    if (notInstalled && resource.type.custom) {
      sendText(response, 404, '404 page not found\n');
      return;
    }
    await this.#resources.handle(request, response, url, resource);
  }

  #authenticate(request: IncomingMessage): SandboxUser | undefined {
    const { faults, users } = this.#options;
    const header = request.headers.authorization;
    if (faults.current.unauthorized) {
      throw unauthorized();
    }
    if (!header) {
      return undefined;
    }
    const user = users.find(({ token }) => header === `Bearer ${token}`);
    if (!user) {
      throw unauthorized();
    }
    return user;
  }

  #authorizePath(
    user: SandboxUser | undefined,
    request: IncomingMessage,
    url: URL,
  ) {
    if (!user && !PUBLIC_PATHS.test(url.pathname)) {
      const verb = (request.method ?? 'GET').toLowerCase();
      throw forbiddenPath(ANONYMOUS, verb, url.pathname);
    }
  }

  #authorize(user: SandboxUser | undefined, resource: ResourceRequest) {
    const { forbidden: names = [] } = this.#options.faults.current;
    const fault = names.includes('*') || names.includes(resource.type.plural);
    if (!user || fault || !isAllowed(user, resource)) {
      throw forbidden(user?.name ?? ANONYMOUS, resource);
    }
  }
}
