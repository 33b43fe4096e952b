import { get } from 'node:https';
import { Sandbox, startSandbox } from '../startSandbox';

function read(url: string, ca?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { ca, timeout: 5000 }, response => {
      let text = '';
      response.on('data', chunk => (text += chunk));
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });
}

describe('a sandbox with TLS', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    const names = ['a', 'b'].map(name => ({ name, velero: false }));
    sandbox = await startSandbox({ clusters: names, tls: true });
  });

  afterAll(() => sandbox.stop());

  it('gives each cluster an address of its own that its certificate vouches for', async () => {
    const [a, b] = sandbox.clusters.map(({ secureUrl }) => secureUrl);
    expect(a).not.toBe(b);
    for (const url of [a, b]) {
      const text = await read(`${url}/readyz`, sandbox.certificate);
      expect(text).toBe('ok');
    }
  });

  it('is not trusted by who does not know the certificate', async () => {
    const { secureUrl } = sandbox.cluster('a');
    await expect(read(`${secureUrl}/readyz`)).rejects.toThrow('self-signed');
  });
});

it('says why a cluster has no secure address', async () => {
  const sandbox = await startSandbox({
    clusters: [{ name: 'a', velero: false }],
  });
  expect(() => sandbox.cluster('a').secureUrl).toThrow("without 'tls'");
  await sandbox.stop();
});
