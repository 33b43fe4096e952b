import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  ClusterTransport,
  TransportRequest,
  TransportResponse,
} from 'backstage-plugin-velero-node';
import { Agent } from 'undici';
import { toClusterError } from '../http/networkError';
import { fetchKubernetesPlugin } from './fetchKubernetesPlugin';
import { passApiServerAnswer } from './passApiServerAnswer';

/**
 * Speaks to an API server through the proxy of the Kubernetes plugin, which knows the credentials of all its auth
 * providers. That proxy has no time limits of its own and lets a client hang when the API server goes away: the limits
 * of the request are the only ones.
 */
export class KubernetesProxyTransport implements ClusterTransport {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #cluster: string;
  readonly #agent = new Agent({ allowH2: false });

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    cluster: string;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#cluster = options.cluster;
  }

  async request(request: TransportRequest): Promise<TransportResponse> {
    try {
      const response = await fetchKubernetesPlugin({
        auth: this.#auth,
        discovery: this.#discovery,
        agent: this.#agent,
        request: { ...request, path: `/proxy${request.path}` },
        headers: { 'backstage-kubernetes-cluster': this.#cluster },
      });
      return response.status < 400
        ? response
        : await passApiServerAnswer(response);
    } catch (error) {
      throw toClusterError(error);
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}
