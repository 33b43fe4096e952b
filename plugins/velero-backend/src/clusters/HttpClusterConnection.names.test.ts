import { ConnectionFixture, status } from './__testUtils__/ConnectionFixture';
import { ScriptedServer } from './__testUtils__/ScriptedServer';

describe('HttpClusterConnection.listNames', () => {
  let fixture: ConnectionFixture;
  let server: ScriptedServer;

  beforeEach(async () => {
    fixture = await ConnectionFixture.start();
    ({ server } = fixture);
  });

  afterEach(() => fixture.stop());

  const deployments = {
    group: 'apps',
    version: 'v1',
    kind: 'Deployment',
    resource: 'deployments',
    namespaced: true,
  };

  const names = (
    options: {
      kind?: typeof deployments;
      namespace?: string;
      continueToken?: string;
      namesBytes?: number;
    } = {},
  ) => {
    const { namesBytes, ...others } = options;
    return fixture.connect(namesBytes ? { namesBytes } : {}).listNames({
      kind: deployments,
      namespace: 'shop',
      limit: 2,
      signal: fixture.controller.signal,
      ...others,
    });
  };

  it('asks for metadata only, and gives the names', async () => {
    server.reply(200, {
      kind: 'PartialObjectMetadataList',
      metadata: { resourceVersion: '12', continue: 'next' },
      items: [{ metadata: { name: 'web' } }, { metadata: {} }],
    });
    await expect(names()).resolves.toEqual({
      names: ['web'],
      continueToken: 'next',
    });
    const [{ path, headers }] = server.seen;
    expect(path).toBe('/apis/apps/v1/namespaces/shop/deployments?limit=2');
    expect(headers.accept).toBe(
      'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
    );
  });

  it('goes on with a page, of what lives in no namespace', async () => {
    server.reply(200, { metadata: { resourceVersion: '12' }, items: [] });
    const kind = {
      group: '',
      version: 'v1',
      kind: 'PersistentVolume',
      resource: 'persistentvolumes',
      namespaced: false,
    };
    const answer = await names({
      kind,
      namespace: undefined,
      continueToken: 'a&b',
    });
    expect(answer).toEqual({ names: [] });
    expect(server.seen[0].path).toBe(
      '/api/v1/persistentvolumes?limit=2&continue=a%26b',
    );
  });

  it('keeps names that lead elsewhere in their place', async () => {
    server.reply(200, { metadata: { resourceVersion: '12' }, items: [] });
    await names({ namespace: '../../secrets' });
    expect(server.seen[0].path).toBe(
      '/apis/apps/v1/namespaces/..%2F..%2Fsecrets/deployments?limit=2',
    );
  });

  it('names the right that is missing', async () => {
    server.reply(403, status(403));
    await expect(names()).rejects.toMatchObject({
      kind: 'forbidden',
      message: expect.stringContaining(
        'list deployments.apps in namespace shop',
      ),
    });
  });

  it('takes no more than it needs', async () => {
    server.reply(200, {
      metadata: { resourceVersion: '12' },
      items: [{ metadata: { name: 'x'.repeat(300) } }],
    });
    await expect(names({ namesBytes: 200 })).rejects.toMatchObject({
      kind: 'malformed',
    });
  });
});
