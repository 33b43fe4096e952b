import { startSandbox, Sandbox } from '../startSandbox';
import { TestClient } from '../testing/TestClient';

const BACKUPS = '/apis/velero.io/v1/backups';

describe('list', () => {
  let sandbox: Sandbox;
  let client: TestClient;

  beforeEach(async () => {
    sandbox = await startSandbox({ clusters: [{ name: 'a', velero: false }] });
    client = new TestClient(sandbox.cluster('a'));
    for (const name of ['b3', 'b1', 'b2', 'b5', 'b4']) {
      put(name);
    }
  });

  afterEach(() => sandbox.stop());

  function put(name: string, namespace = 'velero') {
    const labels = { odd: String(Number(name.slice(1)) % 2) };
    sandbox
      .cluster('a')
      .objects.put('backups', { metadata: { name, namespace, labels } });
  }

  async function names(query: string) {
    const { body } = await client.request(`${BACKUPS}${query}`);
    return body.items.map(
      (item: { metadata: { name: string } }) => item.metadata.name,
    );
  }

  it('gives all objects in the order of their names with the position of the list', async () => {
    const { status, body } = await client.request(BACKUPS);
    expect(status).toBe(200);
    expect(body.kind).toBe('BackupList');
    expect(Object.keys(body)).toEqual([
      'apiVersion',
      'items',
      'kind',
      'metadata',
    ]);
    expect(body.items[0]).toMatchObject({
      apiVersion: 'velero.io/v1',
      kind: 'Backup',
      metadata: { name: 'b1', namespace: 'velero' },
    });
    expect(Number(body.metadata.resourceVersion)).toBeGreaterThan(0);
    expect(await names('')).toEqual(['b1', 'b2', 'b3', 'b4', 'b5']);
  });

  it.each([
    ['?labelSelector=odd%3D1', ['b1', 'b3', 'b5']],
    ['?labelSelector=odd!%3D1', ['b2', 'b4']],
    ['?labelSelector=odd+in+(0,2)', ['b2', 'b4']],
    ['?labelSelector=!odd', []],
    ['?fieldSelector=metadata.name%3Db4', ['b4']],
  ])('selects by %s', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it('is limited to the namespace of the path', async () => {
    put('b9', 'other');
    const { body } = await client.request(
      '/apis/velero.io/v1/namespaces/other/backups',
    );
    expect(body.items).toHaveLength(1);
  });

  it('shows one state over all pages, whatever happens meanwhile', async () => {
    const first = (await client.request(`${BACKUPS}?limit=2`)).body;
    expect(first.metadata.remainingItemCount).toBe(3);
    sandbox.cluster('a').objects.remove('backups', 'b3', 'velero');
    put('b6');
    const token = encodeURIComponent(first.metadata.continue);
    const second = (
      await client.request(`${BACKUPS}?limit=9&continue=${token}`)
    ).body;
    expect(
      second.items.map(
        (item: { metadata: { name: string } }) => item.metadata.name,
      ),
    ).toEqual(['b3', 'b4', 'b5']);
    expect(second.metadata.resourceVersion).toBe(
      first.metadata.resourceVersion,
    );
    expect(second.metadata.continue).toBe('');
  });

  it('answers 410 to an old continue token, with one that goes on inconsistently', async () => {
    const first = (await client.request(`${BACKUPS}?limit=2`)).body;
    put('b6');
    sandbox.cluster('a').objects.compact();
    const token = encodeURIComponent(first.metadata.continue);
    const { status, body } = await client.request(
      `${BACKUPS}?limit=2&continue=${token}`,
    );
    expect(status).toBe(410);
    expect(body.reason).toBe('Expired');
    const rest = encodeURIComponent(body.metadata.continue);
    expect(await names(`?continue=${rest}`)).toEqual(['b3', 'b4', 'b5', 'b6']);
  });

  it('reads the state of an earlier position on demand', async () => {
    const { resourceVersion } = (await client.request(BACKUPS)).body.metadata;
    put('b6');
    const exact = `resourceVersion=${resourceVersion}&resourceVersionMatch=Exact`;
    const newer = `resourceVersion=${resourceVersion}&resourceVersionMatch=NotOlderThan`;
    expect(await names(`?${exact}`)).toHaveLength(5);
    expect(await names(`?${newer}`)).toHaveLength(6);
    sandbox.cluster('a').objects.compact();
    expect((await client.request(`${BACKUPS}?${exact}`)).status).toBe(410);
    expect((await client.request(`${BACKUPS}?${newer}`)).status).toBe(200);
  });

  it.each([
    ['continue=nonsense', 400, 'continue key is not valid'],
    ['resourceVersion=abc', 400, 'resourceVersion'],
    ['resourceVersion=99999999', 504, 'Too large resource version'],
    ['resourceVersionMatch=Exact', 422, 'unless resourceVersion is provided'],
    ['resourceVersionMatch=Other&resourceVersion=1', 422, 'Unsupported value'],
    ['sendInitialEvents=true', 422, 'sendInitialEvents is forbidden for list'],
    ['fieldSelector=status.phase%3DFailed', 400, 'status.phase'],
    ['labelSelector=%3D%3D', 400, 'label selector'],
  ])('refuses ?%s with %i', async (query, code, message) => {
    const { status, body } = await client.request(`${BACKUPS}?${query}`);
    expect(status).toBe(code);
    expect(body).toMatchObject({ kind: 'Status', status: 'Failure', code });
    expect(body.message).toContain(message);
  });

  it('streams 50,000 objects', async () => {
    for (let index = 0; index < 50_000; index++) {
      put(`b1${index}`);
    }
    const { body } = await client.request(BACKUPS);
    expect(body.items.length).toBe(50_005);
  });
});
