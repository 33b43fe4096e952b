import { Sandbox, startSandbox } from '../startSandbox';
import { TestClient } from '../testing/TestClient';

const NAMESPACES = '/api/v1/namespaces';
const CONFIG_MAPS = `${NAMESPACES}/shop/configmaps`;
const MERGE = { 'content-type': 'application/merge-patch+json' };

describe('changes that are refused', () => {
  let sandbox: Sandbox;
  let client: TestClient;

  beforeEach(async () => {
    sandbox = await startSandbox({ clusters: [{ name: 'a', velero: false }] });
    client = new TestClient(sandbox.cluster('a'));
    await client.create(NAMESPACES, { metadata: { name: 'shop' } });
  });

  afterEach(() => sandbox.stop());

  function merge(path: string, body: unknown) {
    return client.request(path, { method: 'PATCH', body, headers: MERGE });
  }

  async function hold(name: string) {
    const metadata = { name, finalizers: ['example.com/hold'] };
    await client.create(CONFIG_MAPS, { metadata });
  }

  it('keeps the contents of what is immutable, not its labels', async () => {
    await client.create(CONFIG_MAPS, {
      metadata: { name: 'settings' },
      data: { colour: 'blue' },
      immutable: true,
    });
    const path = `${CONFIG_MAPS}/settings`;
    const refused = await merge(path, {
      immutable: null,
      data: { colour: 'red' },
      binaryData: { x: 'YQ==' },
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      details: {
        causes: [
          { field: 'immutable' },
          { field: 'data' },
          { field: 'binaryData' },
        ],
      },
    });
    const labels = { team: 'blue' };
    expect(await merge(path, { metadata: { labels } })).toMatchObject({
      status: 200,
      body: { metadata: { labels }, data: { colour: 'blue' } },
    });
  });

  it('refuses text in the wrong notation, whichever way it comes', async () => {
    const path =
      '/apis/velero.io/v1/namespaces/velero/backupstoragelocations/one';
    for (const caCert of ['-----BEGIN', 'YQ', '']) {
      const { status, body } = await client.request(
        `${path}?fieldManager=gitops`,
        {
          method: 'PATCH',
          body: {
            apiVersion: 'velero.io/v1',
            kind: 'BackupStorageLocation',
            metadata: { name: 'one' },
            spec: { provider: 'aws', objectStorage: { bucket: 'b', caCert } },
          },
          headers: { 'content-type': 'application/apply-patch+yaml' },
        },
      );
      expect([status, body.details.causes[0].field]).toEqual([
        422,
        'spec.objectStorage.caCert',
      ]);
    }
  });

  it('adds no finalizer to what is being deleted', async () => {
    await hold('settings');
    const path = `${CONFIG_MAPS}/settings`;
    await client.request(path, { method: 'DELETE' });
    const refused = await merge(path, {
      metadata: { finalizers: ['example.com/hold', 'example.com/more'] },
    });
    expect(refused).toMatchObject({
      status: 422,
      body: { details: { causes: [{ field: 'metadata.finalizers' }] } },
    });
    const finalizers = null;
    const { status } = await merge(path, { metadata: { finalizers } });
    expect(status).toBe(200);
    expect((await client.request(path)).status).toBe(404);
  });

  it('creates nothing in a namespace that waits for its last object', async () => {
    await hold('settings');
    await client.create(CONFIG_MAPS, { metadata: { name: 'other' } });
    await client.request(`${NAMESPACES}/shop`, { method: 'DELETE' });
    const left = await client.request(CONFIG_MAPS);
    expect(left.body).toMatchObject({
      items: [{ metadata: { name: 'settings' } }],
    });
    const again = await client.request(`${NAMESPACES}/shop`, {
      method: 'DELETE',
    });
    expect(again).toMatchObject({
      status: 200,
      body: { status: { phase: 'Terminating' } },
    });
    const refused = await client.create(CONFIG_MAPS, {
      metadata: { name: 'new' },
    });
    expect(refused).toMatchObject({
      status: 403,
      body: { details: { causes: [{ reason: 'NamespaceTerminating' }] } },
    });
    const finalizers = null;
    await merge(`${CONFIG_MAPS}/settings`, { metadata: { finalizers } });
    expect((await client.request(`${NAMESPACES}/shop`)).status).toBe(404);
  });
});
