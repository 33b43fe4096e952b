import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { VeleroClusterDefinition } from 'backstage-plugin-velero-node';
import {
  createCertificate,
  TestCertificate,
} from '../__testUtils__/createCertificate';
import { ScriptedServer } from '../__testUtils__/ScriptedServer';
import { createClusterSources } from './createClusterSources';
import { readKubernetesClusters } from './readKubernetesClusters';
import { readVeleroClusters } from './readVeleroClusters';

const BASE = { name: 'a', url: 'https://a.invalid' };

function veleroClusters(...clusters: JsonObject[]) {
  return readVeleroClusters(new ConfigReader({ velero: { clusters } }));
}

function kubernetesClusters(...clusterLocatorMethods: JsonObject[]) {
  return readKubernetesClusters({
    config: new ConfigReader({ kubernetes: { clusterLocatorMethods } }),
  });
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function problemOf({ access }: VeleroClusterDefinition): string | undefined {
  return 'problem' in access ? access.problem : undefined;
}

describe('configured clusters', () => {
  const closing: Array<() => Promise<void>> = [];
  let server: ScriptedServer;
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clusters-'));
    closing.push(() => rm(folder, { recursive: true }));
  });

  afterEach(async () => {
    await Promise.all(closing.splice(0).map(close => close()));
  });

  async function listen(certificate?: TestCertificate) {
    server = new ScriptedServer(certificate);
    await server.start();
    closing.push(() => server.stop());
  }

  function open(definition: VeleroClusterDefinition) {
    if ('problem' in definition.access) {
      throw new Error(definition.access.problem);
    }
    const transport = definition.access.openTransport();
    closing.push(() => transport.close());
    return transport;
  }

  /** What the API server sees of the credential. */
  async function authorizationOf(definition: VeleroClusterDefinition) {
    await send(open(definition));
    return server.seen.at(-1)?.headers.authorization;
  }

  function send(transport: ReturnType<typeof open>) {
    return transport.request({
      path: '/version',
      signal: new AbortController().signal,
      headersTimeout: 1000,
      bodyTimeout: 1000,
    });
  }

  describe('velero.clusters', () => {
    it('may be absent', () => {
      expect(readVeleroClusters(new ConfigReader({}))).toEqual([]);
    });

    it('says how to reach a cluster', async () => {
      await listen();
      const [definition] = veleroClusters({
        name: 'a',
        title: 'A',
        url: server.url.href,
        serviceAccountToken: 'secret',
        veleroNamespaces: ['velero', 'backup'],
      });
      expect(definition).toMatchObject({
        name: 'a',
        title: 'A',
        veleroNamespaces: ['velero', 'backup'],
      });
      await expect(authorizationOf(definition)).resolves.toBe('Bearer secret');
      expect(JSON.stringify(definition)).not.toContain('secret');
    });

    it('reads the token file again for each request', async () => {
      await listen();
      const file = join(folder, 'token');
      const [definition] = veleroClusters({
        name: 'a',
        url: server.url.href,
        serviceAccountTokenFile: file,
      });
      const transport = open(definition);
      await expect(send(transport)).rejects.toMatchObject({
        kind: 'unreachable',
        message: 'The token file of velero.clusters[0] cannot be read (ENOENT)',
      });
      for (const token of ['one', 'two']) {
        await writeFile(file, `${token}\n`);
        await send(transport);
        expect(server.seen.at(-1)?.headers.authorization).toBe(
          `Bearer ${token}`,
        );
      }
    });

    it.each(['caData', 'caFile'])('checks certificates with %s', async key => {
      const certificate = createCertificate();
      await listen(certificate);
      const caFile = join(folder, 'ca.pem');
      await writeFile(caFile, certificate.cert);
      const [definition] = veleroClusters({
        name: 'a',
        url: server.url.href,
        serviceAccountToken: 'secret',
        [key]: key === 'caData' ? base64(certificate.cert) : caFile,
      });
      await expect(authorizationOf(definition)).resolves.toBe('Bearer secret');
    });

    it('names the setting of a CA file that is not there', async () => {
      await listen(createCertificate());
      const [definition] = veleroClusters({
        name: 'a',
        url: server.url.href,
        serviceAccountToken: 'secret',
        caFile: join(folder, 'missing'),
      });
      await expect(send(open(definition))).rejects.toMatchObject({
        kind: 'unreachable',
        message: 'The CA file of velero.clusters[0] cannot be read (ENOENT)',
      });
    });

    it('takes any certificate with skipTLSVerify', async () => {
      await listen(createCertificate());
      const [definition] = veleroClusters({
        name: 'a',
        url: server.url.href,
        serviceAccountToken: 'secret',
        skipTLSVerify: true,
      });
      await expect(authorizationOf(definition)).resolves.toBe('Bearer secret');
    });

    it.each([
      [
        BASE,
        'velero.clusters[0] needs either serviceAccountToken or serviceAccountTokenFile',
      ],
      [
        { ...BASE, serviceAccountToken: 'x', serviceAccountTokenFile: 'y' },
        'velero.clusters[0] needs either serviceAccountToken or serviceAccountTokenFile',
      ],
      ...['a.invalid', 'ftp://a', 'https://u:p@a', 'https://a?b=c', '::'].map(
        url => [
          { ...BASE, serviceAccountToken: 'x', url },
          'velero.clusters[0].url is not an http or https URL without user, query and fragment',
        ],
      ),
      ...['-----BEGIN CERTIFICATE-----', 'xyz', base64('xyz')].map(caData => [
        { ...BASE, serviceAccountToken: 'x', caData },
        'velero.clusters[0].caData is not a PEM certificate in base64',
      ]),
    ] as Array<[JsonObject, string]>)(
      'gives the cluster of %j a problem and keeps the others',
      (cluster, problem) => {
        const [bad, good] = veleroClusters(cluster, {
          name: 'b',
          url: 'https://b.invalid',
          serviceAccountToken: 'x',
        });
        expect(problemOf(bad)).toBe(problem);
        expect(problemOf(good)).toBeUndefined();
      },
    );

    it('shows an entry without name or URL as a cluster with a problem', () => {
      const [nameless, placeless] = veleroClusters(
        { url: 'https://a.invalid', serviceAccountToken: 'x' },
        { name: 'a', serviceAccountToken: 'x' },
      );
      expect(nameless.name).toBe('velero.clusters[0]');
      expect(problemOf(nameless)).toBe('velero.clusters[0] has no name');
      expect(problemOf(placeless)).toMatch(
        /^velero\.clusters\[1\]\.url is not/,
      );
    });

    it.each([
      [{ ...BASE, name: '' }, 'velero.clusters[0].name'],
      [{ ...BASE, serviceAccountToken: 7 }, 'clusters[0].serviceAccountToken'],
      [{ ...BASE, veleroNamespaces: 'velero' }, 'clusters[0].veleroNamespaces'],
    ])('refuses %j by the name of the setting', (cluster, key) => {
      expect(() => veleroClusters(cluster)).toThrow(key);
    });
  });

  describe('kubernetes', () => {
    it('reaches clusters with a service account directly', async () => {
      await listen();
      const [plain, metadata] = kubernetesClusters(
        { type: 'catalog' },
        {
          type: 'config',
          clusters: [
            {
              name: 'plain',
              title: 'Plain',
              url: server.url.href,
              authProvider: 'serviceAccount',
              serviceAccountToken: 'one',
            },
            {
              name: 'metadata',
              url: server.url.href,
              authMetadata: {
                'kubernetes.io/auth-provider': 'serviceAccount',
                serviceAccountToken: 'two',
              },
            },
          ],
        },
      );
      expect(plain).toMatchObject({ name: 'plain', title: 'Plain' });
      await expect(authorizationOf(plain)).resolves.toBe('Bearer one');
      await expect(authorizationOf(metadata)).resolves.toBe('Bearer two');
    });

    it('takes the own cluster of the pod where there is no token', async () => {
      await listen();
      const tokenFile = join(folder, 'token');
      await writeFile(tokenFile, 'mounted');
      const [definition] = readKubernetesClusters({
        config: new ConfigReader({
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [{ ...BASE, authProvider: 'serviceAccount' }],
              },
            ],
          },
        }),
        inCluster: {
          url: server.url.href,
          tokenFile,
          caFile: join(folder, 'ca.crt'),
        },
      });
      await writeFile(join(folder, 'ca.crt'), createCertificate().cert);
      await expect(authorizationOf(definition)).resolves.toBe('Bearer mounted');
    });

    it('says what is missing outside of clusters', () => {
      const [definition] = kubernetesClusters({
        type: 'config',
        clusters: [{ ...BASE, authProvider: 'serviceAccount' }],
      });
      expect(problemOf(definition)).toBe(
        'kubernetes.clusterLocatorMethods[0].clusters[0] has no serviceAccountToken, and the portal does not run in a cluster',
      );
    });

    it('knows kubectl proxy', async () => {
      await listen();
      const [locator, cluster] = kubernetesClusters(
        { type: 'localKubectlProxy' },
        {
          type: 'config',
          clusters: [
            {
              name: 'proxied',
              url: server.url.href,
              authProvider: 'localKubectlProxy',
            },
          ],
        },
      );
      expect(locator.name).toBe('local');
      expect(problemOf(locator)).toBeUndefined();
      await expect(authorizationOf(cluster)).resolves.toBeUndefined();
    });

    it('leaves the others to the plugin, and names those that nobody can follow', () => {
      const clusters = kubernetesClusters(
        { type: 'gke', projectId: 'x' },
        {
          type: 'config',
          clusters: ['aws', 'azure', 'googleServiceAccount', 'oidc'].map(
            authProvider => ({ ...BASE, name: authProvider, authProvider }),
          ),
        },
      );
      expect(clusters.map(({ name }) => name)).toEqual(['oidc']);
      expect(problemOf(clusters[0])).toContain('signed-in user');
    });

    it('names the setting of bad CA data', () => {
      const [definition] = kubernetesClusters({
        type: 'config',
        clusters: [
          {
            ...BASE,
            authProvider: 'serviceAccount',
            serviceAccountToken: 'x',
            caData: 'x',
          },
        ],
      });
      expect(problemOf(definition)).toBe(
        'kubernetes.clusterLocatorMethods[0].clusters[0].caData is not a PEM certificate in base64',
      );
    });
  });

  describe('sources', () => {
    const logger = mockServices.logger.mock();

    function idsOf(config: JsonObject) {
      return createClusterSources({
        logger,
        config: new ConfigReader(config),
        auth: mockServices.auth.mock(),
        discovery: mockServices.discovery.mock(),
      }).map(({ id }) => id);
    }

    it('are the own ones first, and those of Kubernetes where it is configured', () => {
      expect(idsOf({})).toEqual(['velero.clusters']);
      expect(idsOf({ kubernetes: {} })).toEqual([
        'velero.clusters',
        'kubernetes.clusterLocatorMethods',
        'kubernetes plugin',
      ]);
      expect(logger.warn).not.toHaveBeenCalled();
    });

    it('warn of certificates that are not checked', () => {
      idsOf({
        velero: {
          clusters: [
            BASE,
            { ...BASE, name: 'b', skipTLSVerify: true },
            { ...BASE, name: 'c', skipTLSVerify: false },
          ],
        },
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [
                {
                  ...BASE,
                  name: 'd',
                  authProvider: 'aws',
                  skipTLSVerify: true,
                },
              ],
            },
          ],
        },
      });
      expect(logger.warn.mock.calls).toEqual(
        ['b', 'd'].map(name => [
          `The certificate of cluster '${name}' is not checked, because skipTLSVerify is set`,
        ]),
      );
    });
  });
});
