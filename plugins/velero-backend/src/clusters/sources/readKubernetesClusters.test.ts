import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  BASE,
  ConfiguredClusters,
  problemOf,
} from '../__testUtils__/ConfiguredClusters';
import { createCertificate } from '../__testUtils__/createCertificate';
import { readKubernetesClusters } from './readKubernetesClusters';

function kubernetesClusters(...clusterLocatorMethods: JsonObject[]) {
  return readKubernetesClusters({
    config: new ConfigReader({ kubernetes: { clusterLocatorMethods } }),
  });
}

describe('readKubernetesClusters', () => {
  let fixture: ConfiguredClusters;

  beforeEach(async () => {
    fixture = await ConfiguredClusters.start();
  });

  afterEach(() => fixture.stop());

  it('reaches clusters with a service account directly', async () => {
    const server = await fixture.listen();
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
    await expect(fixture.authorizationOf(plain, server)).resolves.toBe(
      'Bearer one',
    );
    await expect(fixture.authorizationOf(metadata, server)).resolves.toBe(
      'Bearer two',
    );
  });

  it('takes the own cluster of the pod where there is no token', async () => {
    const server = await fixture.listen();
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
        tokenFile: await fixture.write('token', 'mounted'),
        caFile: await fixture.write('ca.crt', createCertificate().cert),
      },
    });
    await expect(fixture.authorizationOf(definition, server)).resolves.toBe(
      'Bearer mounted',
    );
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
    const server = await fixture.listen();
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
    await expect(
      fixture.authorizationOf(cluster, server),
    ).resolves.toBeUndefined();
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
