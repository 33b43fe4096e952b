import { text } from 'node:stream/consumers';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { TransportRequest } from 'backstage-plugin-velero-node';
import { ScriptedServer } from '../__testUtils__/ScriptedServer';
import { KubernetesProxyTransport } from './KubernetesProxyTransport';

const KUBERNETES_TOKEN = mockCredentials.service.token({
  onBehalfOf: mockCredentials.service('plugin:velero'),
  targetPluginId: 'kubernetes',
});

describe('KubernetesProxyTransport', () => {
  let server: ScriptedServer;
  let transport: KubernetesProxyTransport;

  beforeEach(async () => {
    server = new ScriptedServer();
    await server.start();
    transport = new KubernetesProxyTransport({
      auth: mockServices.auth({ pluginId: 'velero' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async pluginId => `${server.url.origin}/api/${pluginId}`,
      }),
      cluster: 'eu-1',
    });
  });

  afterEach(async () => {
    await transport.close();
    await server.stop();
  });

  function request(options: Partial<TransportRequest> = {}) {
    return transport.request({
      path: '/apis/velero.io/v1/backups',
      signal: new AbortController().signal,
      headersTimeout: 1000,
      bodyTimeout: 1000,
      ...options,
    });
  }

  it('asks the proxy for a cluster, in the name of the plugin', async () => {
    server.reply(200, 'hello');
    const response = await request({ query: { limit: '5' } });
    await expect(text(response.body)).resolves.toBe('hello');
    expect(server.seen).toEqual([
      {
        path: '/api/kubernetes/proxy/apis/velero.io/v1/backups?limit=5',
        headers: expect.objectContaining({
          authorization: `Bearer ${KUBERNETES_TOKEN}`,
          'backstage-kubernetes-cluster': 'eu-1',
          'accept-encoding': 'identity',
        }),
      },
    ]);
  });

  it('passes what is to be created or removed', async () => {
    const seen: string[] = [];
    server.answer = async (incoming, response) => {
      seen.push(`${incoming.method} ${await text(incoming)}`);
      response.end();
    };
    await request({ method: 'POST', body: '{"a":1}' });
    await request({ method: 'DELETE' });
    expect(seen).toEqual(['POST {"a":1}', 'DELETE ']);
  });

  it.each([
    [403, '{"kind":"Status","code":403}'],
    [404, '{"kind":"Status","code":404}'],
    [404, '404 page not found\n'],
    [410, '{"kind":"Status","code":410}'],
    [429, '{"kind":"Status","code":429}'],
    [502, '<html></html>'],
  ])('passes the answer %i %s of the API server', async (status, body) => {
    server.reply(status, body, { 'retry-after': '3' });
    const response = await request();
    expect(response).toMatchObject({
      status,
      headers: { 'retry-after': '3' },
    });
    await expect(text(response.body)).resolves.toBe(body);
  });

  it.each([
    [
      404,
      { name: 'NotFoundError', message: "Cluster 'eu-1' not found" },
      'The Kubernetes plugin does not know the cluster (404)',
    ],
    [
      500,
      {
        name: 'ForwardedError',
        message: 'connect ECONNREFUSED 10.0.0.1:6443',
        cause: { code: 'ECONNREFUSED', address: '10.0.0.1' },
      },
      'The Kubernetes plugin cannot reach the cluster (ECONNREFUSED)',
    ],
    [
      500,
      { name: 'Error', message: 'Auth token not found under oidc in request' },
      'The Kubernetes plugin cannot reach the cluster (500)',
    ],
    [
      401,
      { name: 'AuthenticationError', message: 'Illegal token' },
      'The Kubernetes plugin does not let the Velero plugin use its proxy (401)',
    ],
    [
      403,
      { name: 'NotAllowedError', message: 'Unauthorized' },
      'The Kubernetes plugin does not let the Velero plugin use its proxy (403)',
    ],
    [
      503,
      { name: 'ServiceUnavailableError', message: 'starting' },
      'The Kubernetes plugin cannot reach the cluster (503)',
    ],
  ])('takes %i %j for a failure on the way', async (status, error, message) => {
    server.reply(status, { error, response: { statusCode: status } });
    await expect(request()).rejects.toMatchObject({
      kind: 'unreachable',
      message,
    });
  });

  it('waits no longer than allowed, as the proxy itself waits for ever', async () => {
    server.answer = () => {};
    await expect(request({ headersTimeout: 20 })).rejects.toMatchObject({
      kind: 'unreachable',
      message: 'The cluster does not answer in time (UND_ERR_HEADERS_TIMEOUT)',
    });
  });

  it('keeps the token out of errors', async () => {
    await server.stop();
    const error = await request().catch(String);
    expect(error).toMatch(/^ClusterError: /);
    expect(error).not.toContain(KUBERNETES_TOKEN);
  });
});
