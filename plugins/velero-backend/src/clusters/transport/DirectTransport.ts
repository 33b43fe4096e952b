import {
  ClusterTransport,
  TransportRequest,
  TransportResponse,
} from 'backstage-plugin-velero-node';
import { Agent } from 'undici';
import { toClusterError } from '../http/networkError';
import { createConnector, TlsTrust } from './createConnector';
import { sendRequest } from './sendRequest';
import { toTlsError } from './tlsError';

export interface DirectTransportOptions {
  url: URL;
  /** Asked before each request, because mounted tokens are replaced while the portal runs; no token is anonymous. */
  readToken(): Promise<string | undefined>;
  trust: TlsTrust;
  /** Where the cluster stands in the configuration, for messages. */
  configKey: string;
}

/** Speaks to an API server itself. */
export class DirectTransport implements ClusterTransport {
  readonly #options: DirectTransportOptions;
  readonly #agent: Agent;

  constructor(options: DirectTransportOptions) {
    this.#options = options;
    this.#agent = new Agent({
      allowH2: false,
      connect: createConnector(options.trust),
    });
  }

  async request(request: TransportRequest): Promise<TransportResponse> {
    const { url, readToken, configKey } = this.#options;
    const token = await readToken();
    try {
      return await sendRequest({
        agent: this.#agent,
        baseUrl: url,
        request,
        headers: token ? { authorization: `Bearer ${token}` } : {},
      });
    } catch (error) {
      throw toTlsError(error, configKey) ?? toClusterError(error);
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}
