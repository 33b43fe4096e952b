import { Sandbox, startSandbox } from '../startSandbox';
import { TestClient } from '../testing/TestClient';

const NAMESPACES = '/api/v1/namespaces';
const SHOP = `${NAMESPACES}/shop`;
const CONFIG_MAPS = `${SHOP}/configmaps`;
const MERGE = { 'content-type': 'application/merge-patch+json' };
const HELD = ['example.com/hold'];

describe('removing a namespace', () => {
  let sandbox: Sandbox;
  let client: TestClient;

  beforeEach(async () => {
    sandbox = await startSandbox({ clusters: [{ name: 'a', velero: false }] });
    client = new TestClient(sandbox.cluster('a'));
    await client.create(NAMESPACES, { metadata: { name: 'shop' } });
  });

  afterEach(() => sandbox.stop());

  const remove = (body?: object) =>
    client.request(SHOP, { method: 'DELETE', ...(body && { body }) });

  const release = (path: string) =>
    client.request(path, {
      method: 'PATCH',
      body: { metadata: { finalizers: null } },
      headers: MERGE,
    });

  const conditionsOf = async () => {
    const { body } = await client.request(SHOP);
    const conditions: Array<{ type: string; status: string; message: string }> =
      body.status.conditions;
    return conditions
      .filter(({ status }) => status === 'True')
      .map(({ type, message }) => `${type}: ${message}`);
  };

  it('takes only the one of the uid that is demanded', async () => {
    const refused = await remove({ preconditions: { uid: 'of another one' } });
    expect(refused).toMatchObject({
      status: 409,
      body: { reason: 'Conflict' },
    });
    const { body } = await client.request(SHOP);
    expect(body.status.phase).toBe('Active');
    const { uid } = body.metadata;
    expect((await remove({ preconditions: { uid } })).status).toBe(200);
    expect((await client.request(SHOP)).status).toBe(404);
  });

  it('says what in it has finalizers', async () => {
    for (const name of ['one', 'two']) {
      const metadata = { name, finalizers: HELD };
      await client.create(CONFIG_MAPS, { metadata });
    }
    await remove();
    expect(await conditionsOf()).toEqual([
      'NamespaceContentRemaining: Some resources are remaining: configmaps. has 2 resource instances',
      'NamespaceFinalizersRemaining: Some content in the namespace has finalizers remaining: example.com/hold in 2 resource instances',
    ]);
    await release(`${CONFIG_MAPS}/one`);
    expect(await conditionsOf()).toContain(
      'NamespaceContentRemaining: Some resources are remaining: configmaps. has 1 resource instances',
    );
    await release(`${CONFIG_MAPS}/two`);
    expect((await client.request(SHOP)).status).toBe(404);
  });

  it('waits for its own finalizers, with nothing left in it', async () => {
    await client.request(SHOP, {
      method: 'PATCH',
      body: { metadata: { finalizers: HELD } },
      headers: MERGE,
    });
    await client.create(CONFIG_MAPS, { metadata: { name: 'settings' } });
    expect((await remove()).body.status.phase).toBe('Terminating');
    expect((await client.request(CONFIG_MAPS)).body.items).toEqual([]);
    expect((await remove()).status).toBe(200);
    expect((await client.request(SHOP)).body.status.phase).toBe('Terminating');
    await release(SHOP);
    expect((await client.request(SHOP)).status).toBe(404);
  });

  it('does nothing in a dry run', async () => {
    expect((await remove({ dryRun: ['All'] })).status).toBe(200);
    expect((await client.request(SHOP)).body.status.phase).toBe('Active');
  });

  it('does not wait for what depends on it', async () => {
    const gone = await remove({ propagationPolicy: 'Foreground' });
    expect(gone.status).toBe(200);
    expect((await client.request(SHOP)).status).toBe(404);
  });
});
