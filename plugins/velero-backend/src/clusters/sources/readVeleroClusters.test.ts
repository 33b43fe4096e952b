import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  BASE,
  ConfiguredClusters,
  problemOf,
  send,
} from '../__testUtils__/ConfiguredClusters';
import { createCertificate } from '../__testUtils__/createCertificate';
import { readVeleroClusters } from './readVeleroClusters';

function veleroClusters(...clusters: JsonObject[]) {
  return readVeleroClusters(new ConfigReader({ velero: { clusters } }));
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

describe('readVeleroClusters', () => {
  let fixture: ConfiguredClusters;

  beforeEach(async () => {
    fixture = await ConfiguredClusters.start();
  });

  afterEach(() => fixture.stop());

  it('may be absent', () => {
    expect(readVeleroClusters(new ConfigReader({}))).toEqual([]);
  });

  it('says how to reach a cluster', async () => {
    const server = await fixture.listen();
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
    await expect(fixture.authorizationOf(definition, server)).resolves.toBe(
      'Bearer secret',
    );
    expect(JSON.stringify(definition)).not.toContain('secret');
  });

  it('reads the token file again for each request', async () => {
    const server = await fixture.listen();
    const [definition] = veleroClusters({
      name: 'a',
      url: server.url.href,
      serviceAccountTokenFile: fixture.path('token'),
    });
    const transport = fixture.open(definition);
    await expect(send(transport)).rejects.toMatchObject({
      kind: 'unreachable',
      message: 'The token file of velero.clusters[0] cannot be read (ENOENT)',
    });
    for (const token of ['one', 'two']) {
      await fixture.write('token', `${token}\n`);
      await send(transport);
      expect(server.seen.at(-1)?.headers.authorization).toBe(`Bearer ${token}`);
    }
  });

  it.each(['caData', 'caFile'])('checks certificates with %s', async key => {
    const certificate = createCertificate();
    const server = await fixture.listen(certificate);
    const caFile = await fixture.write('ca.pem', certificate.cert);
    const [definition] = veleroClusters({
      name: 'a',
      url: server.url.href,
      serviceAccountToken: 'secret',
      [key]: key === 'caData' ? base64(certificate.cert) : caFile,
    });
    await expect(fixture.authorizationOf(definition, server)).resolves.toBe(
      'Bearer secret',
    );
  });

  it('names the setting of a CA file that is not there', async () => {
    const server = await fixture.listen(createCertificate());
    const [definition] = veleroClusters({
      name: 'a',
      url: server.url.href,
      serviceAccountToken: 'secret',
      caFile: fixture.path('missing'),
    });
    await expect(send(fixture.open(definition))).rejects.toMatchObject({
      kind: 'unreachable',
      message: 'The CA file of velero.clusters[0] cannot be read (ENOENT)',
    });
  });

  it('takes any certificate with skipTLSVerify', async () => {
    const server = await fixture.listen(createCertificate());
    const [definition] = veleroClusters({
      name: 'a',
      url: server.url.href,
      serviceAccountToken: 'secret',
      skipTLSVerify: true,
    });
    await expect(fixture.authorizationOf(definition, server)).resolves.toBe(
      'Bearer secret',
    );
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
    expect(problemOf(placeless)).toMatch(/^velero\.clusters\[1\]\.url is not/);
  });

  it.each([
    [{ ...BASE, name: '' }, 'velero.clusters[0].name'],
    [{ ...BASE, serviceAccountToken: 7 }, 'clusters[0].serviceAccountToken'],
    [{ ...BASE, veleroNamespaces: 'velero' }, 'clusters[0].veleroNamespaces'],
  ])('refuses %j by the name of the setting', (cluster, key) => {
    expect(() => veleroClusters(cluster)).toThrow(key);
  });
});
