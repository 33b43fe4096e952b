import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { TransportRequest } from 'backstage-plugin-velero-node';
import {
  createCertificate,
  TestCertificate,
} from '../__testUtils__/createCertificate';
import { ScriptedServer } from '../__testUtils__/ScriptedServer';
import { DirectTransport, DirectTransportOptions } from './DirectTransport';

describe('DirectTransport', () => {
  let server: ScriptedServer;
  const closing: Array<() => Promise<void>> = [];

  afterEach(async () => {
    await Promise.all(closing.splice(0).map(close => close()));
  });

  async function listen(certificate?: TestCertificate) {
    server = new ScriptedServer(certificate);
    await server.start();
    closing.push(() => server.stop());
  }

  function createTransport(options: Partial<DirectTransportOptions> = {}) {
    const transport = new DirectTransport({
      url: server.url,
      readToken: async () => 'the-token',
      trust: { readCa: async () => undefined, skipVerify: false },
      configKey: 'velero.clusters[2]',
      ...options,
    });
    closing.push(() => transport.close());
    return transport;
  }

  function request(options: Partial<TransportRequest> = {}): TransportRequest {
    return {
      path: '/apis/velero.io/v1/backups',
      signal: new AbortController().signal,
      headersTimeout: 1000,
      bodyTimeout: 1000,
      ...options,
    };
  }

  it('sends path, query and token below the URL of the cluster', async () => {
    await listen();
    server.reply(200, 'hello', { 'retry-after': '3' });
    const url = new URL('/k8s/clusters/c-1/', server.url);
    const response = await createTransport({ url }).request(
      request({ query: { limit: '5', continue: 'a&b=c' } }),
    );
    expect(response.status).toBe(200);
    expect(response.headers['retry-after']).toBe('3');
    await expect(text(response.body)).resolves.toBe('hello');
    expect(server.seen).toEqual([
      {
        path: '/k8s/clusters/c-1/apis/velero.io/v1/backups?limit=5&continue=a%26b%3Dc',
        headers: expect.objectContaining({
          authorization: 'Bearer the-token',
          'accept-encoding': 'identity',
        }),
      },
    ]);
  });

  it('sends no credential when there is none', async () => {
    await listen();
    await createTransport({ readToken: async () => undefined }).request(
      request(),
    );
    expect(server.seen[0].headers).not.toHaveProperty('authorization');
  });

  it('asks for the token before each request', async () => {
    await listen();
    const tokens = ['first', 'second'];
    const transport = createTransport({
      readToken: async () => tokens.shift(),
    });
    await text((await transport.request(request())).body);
    await text((await transport.request(request())).body);
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
  });

  it('keeps connections', async () => {
    await listen();
    const transport = createTransport();
    for (let count = 0; count < 5; count += 1) {
      await text((await transport.request(request())).body);
      await setTimeout(5);
    }
    expect(server.connections).toBe(1);
  });

  it('follows no redirect', async () => {
    await listen();
    server.reply(302, '', { location: 'http://169.254.169.254/' });
    const response = await createTransport().request(request());
    expect(response.status).toBe(302);
    expect(server.seen).toHaveLength(1);
  });

  it('says that nobody listens, without the address', async () => {
    await listen();
    const transport = createTransport();
    await server.stop();
    await expect(transport.request(request())).rejects.toMatchObject({
      kind: 'unreachable',
      message: 'The cluster refuses connections (ECONNREFUSED)',
    });
  });

  it('says that the host is not known, without its name', async () => {
    await listen();
    const transport = createTransport({
      url: new URL('http://no-such-cluster.invalid'),
    });
    await expect(transport.request(request())).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringMatching(/^The host name of the cluster's URL/),
    });
  });

  it('waits for headers no longer than allowed', async () => {
    await listen();
    server.answer = () => {};
    await expect(
      createTransport().request(request({ headersTimeout: 20 })),
    ).rejects.toMatchObject({
      message: 'The cluster does not answer in time (UND_ERR_HEADERS_TIMEOUT)',
    });
  });

  it('stops when it is cancelled', async () => {
    await listen();
    const controller = new AbortController();
    server.answer = () => controller.abort();
    await expect(
      createTransport().request(request({ signal: controller.signal })),
    ).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('keeps the token out of errors', async () => {
    await listen();
    const transport = createTransport({
      readToken: async () => 'se\ncret',
    });
    const error = await transport.request(request()).catch(String);
    expect(error).toMatch(/^ClusterError: /);
    expect(error).not.toContain('cret');
  });

  describe('with TLS', () => {
    it('trusts the configured authority, read anew for each connection', async () => {
      const certificate = createCertificate();
      await listen(certificate);
      const authorities = [createCertificate().cert, certificate.cert];
      const transport = createTransport({
        trust: { readCa: async () => authorities.shift(), skipVerify: false },
      });
      await expect(transport.request(request())).rejects.toMatchObject({
        kind: 'unreachable',
      });
      const response = await transport.request(request());
      expect(response.status).toBe(200);
    });

    it('takes any certificate when told so', async () => {
      await listen(createCertificate({ hostName: 'elsewhere' }));
      const response = await createTransport({
        trust: { readCa: async () => undefined, skipVerify: true },
      }).request(request());
      expect(response.status).toBe(200);
    });

    it('says which setting makes a certificate trusted', async () => {
      await listen(createCertificate());
      await expect(createTransport().request(request())).rejects.toMatchObject({
        kind: 'unreachable',
        message:
          'The certificate of the API server is not trusted; set velero.clusters[2].caData or velero.clusters[2].caFile to the authority that issued it (DEPTH_ZERO_SELF_SIGNED_CERT)',
      });
    });

    it.each([
      [
        { hostName: 'elsewhere' },
        'The certificate of the API server is for another host name than that of velero.clusters[2].url (ERR_TLS_CERT_ALTNAME_INVALID)',
      ],
      [
        { expires: new Date(Date.now() - 60_000) },
        'The certificate of the API server is not valid at this time (CERT_HAS_EXPIRED)',
      ],
    ])(
      'tells what is wrong with a certificate: %j',
      async (options, message) => {
        const certificate = createCertificate(options);
        await listen(certificate);
        const transport = createTransport({
          trust: { readCa: async () => certificate.cert, skipVerify: false },
        });
        await expect(transport.request(request())).rejects.toMatchObject({
          kind: 'unreachable',
          message,
        });
      },
    );

    it('tells that the server speaks plain HTTP', async () => {
      await listen();
      const url = new URL(server.url);
      url.protocol = 'https:';
      await expect(
        createTransport({ url }).request(request()),
      ).rejects.toMatchObject({
        kind: 'unreachable',
        message: expect.stringContaining('does not speak TLS'),
      });
    });
  });
});
