import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  TransportRequest,
  TransportResponse,
} from 'backstage-plugin-velero-node';
import { Agent } from 'undici';
import { sendRequest } from './sendRequest';

/** Calls the Kubernetes plugin in this plugin's own name, with a new token for each request as they are short-lived. */
export async function fetchKubernetesPlugin(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  agent: Agent;
  request: TransportRequest;
  headers?: Record<string, string>;
}): Promise<TransportResponse> {
  const { auth, discovery, agent, request, headers } = options;
  const baseUrl = new URL(await discovery.getBaseUrl('kubernetes'));
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await auth.getOwnServiceCredentials(),
    targetPluginId: 'kubernetes',
  });
  return sendRequest({
    agent,
    baseUrl,
    request,
    headers: { ...headers, authorization: `Bearer ${token}` },
  });
}
