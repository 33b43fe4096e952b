import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  HistoryResponse,
  ProtectionResponse,
  VeleroClient,
} from 'backstage-plugin-velero-common';
import { VeleroService, VeleroServiceOptions } from './VeleroService';

/** A backend that answers at all answers within this. */
const TIME_LIMIT = 30_000;

/** Asks the backend plugin over HTTP, wherever it runs. */
export class DefaultVeleroService implements VeleroService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  getEntityProtection(
    entityRef: string,
    options: VeleroServiceOptions,
  ): Promise<ProtectionResponse> {
    const client = this.#clientFor(options.credentials);
    return client.getEntityProtection(entityRef, limited(options));
  }

  getEntityHistory(
    entityRef: string,
    options: VeleroServiceOptions & { days?: number },
  ): Promise<HistoryResponse> {
    const { credentials, days } = options;
    const client = this.#clientFor(credentials);
    return client.getEntityHistory(entityRef, { days }, limited(options));
  }

  #clientFor(credentials: BackstageCredentials): VeleroClient {
    return new VeleroClient({
      discoveryApi: this.#discovery,
      fetchApi: {
        fetch: async (input, init) => {
          const { token } = await this.#auth.getPluginRequestToken({
            onBehalfOf: credentials,
            targetPluginId: 'velero',
          });
          const headers = {
            ...init?.headers,
            Authorization: `Bearer ${token}`,
          };
          return fetch(input, { ...init, headers });
        },
      },
    });
  }
}

function limited({ signal }: VeleroServiceOptions): { signal: AbortSignal } {
  const late = AbortSignal.timeout(TIME_LIMIT);
  return { signal: signal ? AbortSignal.any([signal, late]) : late };
}
