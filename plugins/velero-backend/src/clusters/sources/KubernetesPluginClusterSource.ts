import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  VeleroClusterDefinition,
  VeleroClusterSource,
} from 'backstage-plugin-velero-node';
import { Agent } from 'undici';
import { ClusterError } from '../ClusterError';
import { isJsonObject, parseJsonObject } from '../http/json';
import { toClusterError } from '../http/networkError';
import { readBody } from '../http/readBody';
import { fetchKubernetesPlugin } from '../transport/fetchKubernetesPlugin';
import { KubernetesProxyTransport } from '../transport/KubernetesProxyTransport';
import { clientSideAuthProblem } from './clientSideAuth';

const MAX_LIST_BYTES = 16 * 1024 * 1024;
const TIMEOUT = 15_000;

/** The clusters that only the Kubernetes plugin knows how to reach. */
export class KubernetesPluginClusterSource implements VeleroClusterSource {
  readonly id = 'kubernetes plugin';
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #except: Set<string>;
  /** Without pipelining it keeps no connection open for the minute until the next question. */
  readonly #agent = new Agent({ allowH2: false, pipelining: 0 });

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    /** Names of the clusters that are reached in another way. */
    except: string[];
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#except = new Set(options.except);
  }

  async listClusters(options: {
    signal: AbortSignal;
  }): Promise<VeleroClusterDefinition[]> {
    try {
      const items = await this.#fetchItems(options.signal);
      return items
        .map(item => this.#define(item))
        .filter(({ name }) => !this.#except.has(name));
    } catch (error) {
      throw toClusterError(error);
    }
  }

  async #fetchItems(signal: AbortSignal): Promise<unknown[]> {
    const { status, body } = await fetchKubernetesPlugin({
      auth: this.#auth,
      discovery: this.#discovery,
      agent: this.#agent,
      request: {
        path: '/clusters',
        signal,
        headersTimeout: TIMEOUT,
        bodyTimeout: TIMEOUT,
      },
    });
    const text = await readBody(body, MAX_LIST_BYTES);
    // A portal can have the configuration of the Kubernetes plugin without its backend.
    if (status === 404) {
      return [];
    }
    if (status !== 200) {
      throw new ClusterError(
        'unreachable',
        `The Kubernetes plugin answers ${status} when asked for its clusters`,
      );
    }
    return parseItems(text);
  }

  #define(item: unknown): VeleroClusterDefinition {
    if (!isJsonObject(item) || typeof item.name !== 'string') {
      throw noList();
    }
    const { name: cluster, title, authProvider } = item;
    const problem = clientSideAuthProblem(
      typeof authProvider === 'string' ? authProvider : undefined,
    );
    return {
      name: cluster,
      title: typeof title === 'string' ? title : undefined,
      access: problem
        ? { problem }
        : {
            revision: 'kubernetes plugin',
            openTransport: () =>
              new KubernetesProxyTransport({
                auth: this.#auth,
                discovery: this.#discovery,
                cluster,
              }),
          },
    };
  }
}

function parseItems(text: Buffer): unknown[] {
  const { items } = parseJsonObject(text, "The Kubernetes plugin's answer");
  if (!Array.isArray(items)) {
    throw noList();
  }
  return items;
}

function noList(): ClusterError {
  return new ClusterError(
    'malformed',
    'The Kubernetes plugin answers with something else than a list of clusters',
  );
}
