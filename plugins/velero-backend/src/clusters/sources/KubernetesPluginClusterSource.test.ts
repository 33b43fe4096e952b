import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ScriptedServer } from '../__testUtils__/ScriptedServer';
import { KubernetesPluginClusterSource } from './KubernetesPluginClusterSource';

describe('KubernetesPluginClusterSource', () => {
  let server: ScriptedServer;

  beforeEach(async () => {
    server = new ScriptedServer();
    await server.start();
  });

  afterEach(() => server.stop());

  function listClusters(except: string[] = []) {
    const source = new KubernetesPluginClusterSource({
      auth: mockServices.auth({ pluginId: 'velero' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async pluginId => `${server.url.origin}/api/${pluginId}`,
      }),
      except,
    });
    return source.listClusters({ signal: new AbortController().signal });
  }

  it('lists the clusters of the Kubernetes plugin', async () => {
    server.reply(200, {
      items: [
        { name: 'aws-1', title: 'Frankfurt', authProvider: 'aws' },
        { name: 'gke-1', authProvider: 'googleServiceAccount' },
        { name: 'known', authProvider: 'serviceAccount' },
      ],
    });
    await expect(listClusters(['known'])).resolves.toEqual([
      {
        name: 'aws-1',
        title: 'Frankfurt',
        access: {
          revision: 'kubernetes plugin',
          openTransport: expect.any(Function),
        },
      },
      expect.objectContaining({ name: 'gke-1' }),
    ]);
    expect(server.seen).toEqual([
      {
        path: '/api/kubernetes/clusters',
        headers: expect.objectContaining({
          authorization: `Bearer ${mockCredentials.service.token({
            onBehalfOf: mockCredentials.service('plugin:velero'),
            targetPluginId: 'kubernetes',
          })}`,
        }),
      },
    ]);
  });

  it.each(['aks', 'google', 'oidc'])(
    'says why a cluster with %s cannot be followed',
    async authProvider => {
      server.reply(200, { items: [{ name: 'a', authProvider }] });
      await expect(listClusters()).resolves.toEqual([
        {
          name: 'a',
          access: {
            problem: `The auth provider '${authProvider}' works only with the credential of a signed-in user, so the portal cannot follow this cluster in the background`,
          },
        },
      ]);
    },
  );

  it('reaches a cluster through the proxy', async () => {
    server.reply(200, { items: [{ name: 'aws-1', authProvider: 'aws' }] });
    const [{ access }] = await listClusters();
    if ('problem' in access) {
      throw new Error(access.problem);
    }
    const transport = access.openTransport();
    await transport.request({
      path: '/version',
      signal: new AbortController().signal,
      headersTimeout: 1000,
      bodyTimeout: 1000,
    });
    await transport.close();
    expect(server.seen.at(-1)).toMatchObject({
      path: '/api/kubernetes/proxy/version',
      headers: { 'backstage-kubernetes-cluster': 'aws-1' },
    });
  });

  it('knows no clusters where the plugin is not installed', async () => {
    server.reply(404, { error: { name: 'NotFoundError' } });
    await expect(listClusters()).resolves.toEqual([]);
  });

  it.each([
    [503, {}, 'The Kubernetes plugin answers 503 when asked for its clusters'],
    [
      200,
      {},
      'The Kubernetes plugin answers with something else than a list of clusters',
    ],
    [
      200,
      { items: [{}] },
      'The Kubernetes plugin answers with something else than a list of clusters',
    ],
  ])('rejects on the answer %i %j', async (status, body, message) => {
    server.reply(status, body);
    await expect(listClusters()).rejects.toThrow(message);
  });
});
