import { inspect } from 'node:util';
import {
  BackendFeature,
  coreServices,
  createServiceFactory,
  PermissionsService,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  QueryPermissionRequest,
} from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import request from 'supertest';
import { Sandbox } from 'velero-sandbox';
import veleroPlugin from '../index';

/** What a backend is asked. */
export interface Question {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  body?: object;
}

/** A backend with the plugin, to be asked over HTTP. */
export interface TestPortal {
  /** Asks with the header `Authorization` of whoever it may be. */
  ask(question: Question, authorization: string): request.Test;
  /** Asks as a user; without one, as nobody. */
  get(path: string, user?: string): request.Test;
  post(path: string, body: object, user?: string): request.Test;
  /** Asks with the header `Authorization` of whoever it may be. */
  ask(question: Question, authorization: string): request.Test;
  put(path: string, body: object, user?: string): request.Test;
  remove(path: string, user?: string): request.Test;
  /** Asks again and again until the answer passes, and gives its body. */
  eventually(
    path: string,
    user: string,
    check: (response: request.Response) => void,
  ): Promise<request.Response>;
  stop(): Promise<void>;
}

/** Which groups the users of the tests belong to. */
const members: Record<string, string[]> = {
  'user:default/payments-owner': ['group:default/payments'],
  'user:default/payments-denied': ['group:default/payments'],
  'user:default/payments-peer': ['group:default/payments'],
  'user:default/reliability-owner': ['group:default/reliability'],
  'user:default/shop-owner': ['group:default/shop'],
  'user:default/engineer': ['group:default/platform'],
  'user:default/second-engineer': ['group:default/platform'],
  'user:default/visitor': [],
};

/** Makes a component of a group that claims namespaces. */
export function componentOf(options: {
  name: string;
  owner?: string;
  claims?: string;
}): Entity {
  const { name, owner = 'payments', claims } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: claims ? { 'velero.io/namespaces': claims } : {},
    },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

/** Configuration that collects from all clusters of a sandbox with their portal tokens. */
export function clustersConfig(sandbox: Sandbox): JsonObject[] {
  return sandbox.clusters.map(({ name, url, tokens }) => ({
    name,
    url,
    serviceAccountToken: tokens.portal,
  }));
}

/** Decides in the same way on what is about no namespace. */
function policy(decide: PermissionsService['authorizeConditional']) {
  return mockServices.permissions.mock({
    authorizeConditional: decide,
    authorize: async (requests, options) => {
      const asked = requests as unknown as QueryPermissionRequest[];
      return (await decide(asked, options)).map(({ result }) => ({
        result:
          result === AuthorizeResult.ALLOW
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
      }));
    },
  }).factory;
}

function recordingLogger(onLog: (text: string) => void): RootLoggerService {
  const write = (...parts: unknown[]) => onLog(inspect(parts, { depth: 9 }));
  return {
    error: write,
    warn: write,
    info: write,
    debug: write,
    child: () => recordingLogger(onLog),
  };
}

function loggerFactory(onLog: (text: string) => void) {
  return createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: () => recordingLogger(onLog),
  });
}

function headerOf(user?: string): string {
  return user
    ? mockCredentials.user.header(`user:default/${user}`)
    : mockCredentials.none.header();
}

export async function startPortal(options: {
  clusters: JsonObject[];
  entities: Entity[];
  /** Stands in for the portal's permission policy, which allows everything when absent. */
  decide?: PermissionsService['authorizeConditional'];
  /** Outlives the portal; without it the portal has one of its own. */
  database?: Knex;
  /** Gets all that the portal logs, of every level. */
  onLog?: (text: string) => void;
  /** Configuration below `velero`, beside the clusters. */
  velero?: JsonObject;
  /** Other plugins of the same backend. */
  features?: BackendFeature[];
}): Promise<TestPortal> {
  const backend = await startTestBackend({
    features: [
      veleroPlugin,
      catalogServiceMock.factory({ entities: options.entities }),
      mockServices.userInfo.mock({
        getUserInfo: async credentials => {
          const { userEntityRef } = credentials.principal as {
            userEntityRef: string;
          };
          return {
            userEntityRef,
            ownershipEntityRefs: [userEntityRef, ...members[userEntityRef]],
          };
        },
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          velero: {
            administrators: ['group:default/platform'],
            clusters: options.clusters,
            ...options.velero,
          },
        },
      }),
      ...(options.features ?? []),
      ...(options.decide ? [policy(options.decide)] : []),
      ...(options.onLog ? [loggerFactory(options.onLog)] : []),
      ...(options.database
        ? [mockServices.database.factory({ knex: options.database })]
        : []),
    ],
  });
  const ask = ({ method, path, body }: Question, authorization: string) =>
    request(backend.server)
      [method](`/api/velero${path}`)
      .set('Authorization', authorization)
      .send(body);
  const get = (path: string, user?: string) =>
    ask({ method: 'get', path }, headerOf(user));
  return {
    ask,
    get,
    post: (path, body, user) =>
      ask({ method: 'post', path, body }, headerOf(user)),
    put: (path, body, user) =>
      ask({ method: 'put', path, body }, headerOf(user)),
    remove: (path, user) => ask({ method: 'delete', path }, headerOf(user)),
    stop: () => backend.stop(),
    async eventually(path, user, check) {
      const deadline = Date.now() + 15_000;
      for (;;) {
        const response = await get(path, user);
        try {
          check(response);
          return response;
        } catch (error) {
          if (Date.now() > deadline) {
            throw error;
          }
        }
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    },
  };
}
