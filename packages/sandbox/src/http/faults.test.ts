import { Sandbox, startSandbox } from '../startSandbox';
import { eventually } from '../testing/eventually';
import { TestClient } from '../testing/TestClient';
import { ClusterFaults } from '../faults/ClusterFaults';

const BACKUPS = '/apis/velero.io/v1/backups';

describe('faults', () => {
  let sandbox: Sandbox;
  let client: TestClient;

  beforeEach(async () => {
    sandbox = await startSandbox({
      clusters: [
        { name: 'a', velero: false },
        { name: 'b', velero: false },
      ],
    });
    client = new TestClient(sandbox.cluster('a'));
  });

  afterEach(() => sandbox.stop());

  const faults = () => sandbox.cluster('a').faults;

  it.each<[ClusterFaults, number, string]>([
    [{ unauthorized: true }, 401, 'Unauthorized'],
    [
      { forbidden: ['backups'] },
      403,
      'backups.velero.io is forbidden: User "admin" cannot list resource "backups" in API group "velero.io" at the cluster scope',
    ],
    [{ tooManyRequests: 7 }, 429, 'Too many requests'],
    [{ notInstalled: true }, 404, '404 page not found'],
  ])('%o is answered with %i', async (fault, code, text) => {
    faults().set(fault);
    const answer = await client.request(BACKUPS);
    expect(answer.status).toBe(code);
    expect(answer.body?.message ?? answer.text).toContain(text);
    faults().clear();
    expect((await client.request(BACKUPS)).status).toBe(200);
  });

  it('says how long to wait when there were too many requests', async () => {
    faults().set({ tooManyRequests: 7 });
    const { headers } = await client.request(BACKUPS);
    expect(headers.get('retry-after')).toBe('7');
  });

  it('leaves the group out of discovery when Velero is not installed', async () => {
    faults().set({ notInstalled: true });
    const { body } = await client.request('/apis');
    expect(JSON.stringify(body)).not.toContain('velero.io');
    expect((await client.request('/apis/velero.io/v1')).status).toBe(404);
    expect((await client.request('/api/v1/namespaces')).status).toBe(200);
  });

  it('destroys open and new connections of a cluster that is down, and of no other', async () => {
    const other = new TestClient(sandbox.cluster('b'));
    const open = client.take(1, BACKUPS, 'timeoutSeconds=60');
    await watchesToBe(1);
    faults().set({ down: true });
    await expect(open).rejects.toThrow('terminated');
    await expect(client.request('/readyz')).rejects.toThrow('fetch failed');
    expect((await other.request('/readyz')).text).toBe('ok');
    faults().set({ down: false });
    expect((await client.request('/readyz')).text).toBe('ok');
  });

  it('never answers a request to a cluster that hangs', async () => {
    faults().set({ hang: true });
    const asked = client.request('/readyz').catch(() => 'broken off');
    const first = await Promise.race([asked, pause(100)]);
    expect(first).toBe('nothing');
    await sandbox.stop();
    expect(await asked).toBe('broken off');
    sandbox = await startSandbox({ clusters: [] });
  });

  it('cuts the watches that are open', async () => {
    const open = client.take(1, BACKUPS, 'timeoutSeconds=60');
    await watchesToBe(1);
    faults().cutWatches();
    await expect(open).rejects.toThrow('terminated');
    await watchesToBe(0);
  });

  it('cuts a watch in the middle of an object', async () => {
    faults().set({ cutWatchesAfterBytes: 300 });
    for (const name of ['one', 'two', 'three']) {
      sandbox
        .cluster('a')
        .objects.put('backups', { metadata: { name, namespace: 'velero' } });
    }
    const seen: string[] = [];
    const watch = async () => {
      for await (const event of client.watch(BACKUPS, '')) {
        seen.push(event.object.metadata.name);
      }
    };
    await expect(watch()).rejects.toThrow('terminated');
    expect(seen).toEqual(['one']);
  });

  it('is down and then without roles while it starts again', async () => {
    const { tokens } = sandbox.cluster('a');
    const portal = new TestClient(sandbox.cluster('a'), {
      token: tokens.portal,
    });
    faults().restart(100);
    await expect(portal.request(BACKUPS)).rejects.toThrow('fetch failed');
    await eventually(async () => {
      const { status, body } = await portal.request(BACKUPS);
      expect([status, body.reason]).toEqual([403, 'Forbidden']);
    });
    await eventually(async () => {
      expect((await portal.request(BACKUPS)).status).toBe(200);
    });
  });

  it('forgets all positions', async () => {
    faults().set({ gone: true });
    const [event] = await client.take(1, BACKUPS, 'resourceVersion=1');
    expect(event).toMatchObject({ type: 'ERROR', object: { code: 410 } });
  });

  async function watchesToBe(count: number) {
    while (sandbox.cluster('a').openWatches !== count) {
      await pause(2);
    }
  }
});

function pause(millis: number): Promise<string> {
  return new Promise(resolve => {
    setTimeout(() => resolve('nothing'), millis);
  });
}

describe('switching faults from outside', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({ clusters: [{ name: 'a', velero: false }] });
  });

  afterAll(() => sandbox.stop());

  function post(path: string, body: unknown, headers = {}) {
    return fetch(`${sandbox.url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers,
    });
  }

  it('switches a cluster off and on', async () => {
    const path = '/sandbox/clusters/a/faults';
    expect((await post(path, { down: true })).status).toBe(200);
    const state = await (await fetch(`${sandbox.url}/sandbox`)).json();
    expect(state.clusters).toMatchObject([
      { name: 'a', faults: { down: true } },
    ]);
    await post(path, { down: null });
    expect(sandbox.cluster('a').faults.current).toEqual({});
  });

  it.each([
    ['/sandbox/clusters/a/faults', { dwon: true }, 400, "no fault 'dwon'"],
    ['/sandbox/clusters/a/faults', { slow: 'yes' }, 400, 'takes a number'],
    ['/sandbox/clusters/a/faults', ['down'], 400, 'JSON object'],
    ['/sandbox/clusters/z/faults', { down: true }, 404, "no cluster 'z'"],
    ['/sandbox/other', {}, 404, 'GET /sandbox'],
  ])('refuses POST %s with %j', async (path, body, code, message) => {
    const response = await post(path, body);
    expect(response.status).toBe(code);
    expect((await response.json()).error).toContain(message);
  });

  it('takes nothing from a page in a browser', async () => {
    const headers = { origin: 'http://elsewhere.example' };
    const response = await post(
      '/sandbox/clusters/a/faults',
      { down: true },
      headers,
    );
    expect(response.status).toBe(403);
    expect(sandbox.cluster('a').faults.current).toEqual({});
  });
});
