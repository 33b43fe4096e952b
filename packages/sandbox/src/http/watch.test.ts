import { Sandbox, startSandbox } from '../startSandbox';
import { TestClient } from '../testing/TestClient';

const BACKUPS = '/apis/velero.io/v1/backups';
const STREAMING_LIST =
  'sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true';

describe('watch', () => {
  let sandbox: Sandbox;
  let client: TestClient;

  beforeEach(async () => {
    sandbox = await startSandbox({
      clusters: [{ name: 'a', velero: false }],
      timing: { bookmark: 20 },
      backlogLimit: 500,
    });
    client = new TestClient(sandbox.cluster('a'));
  });

  afterEach(() => sandbox.stop());

  const objects = () => sandbox.cluster('a').objects;

  function put(name: string, labels: Record<string, string> = {}) {
    return objects().put('backups', {
      metadata: { name, namespace: 'velero', labels },
    });
  }

  async function position(): Promise<string> {
    const { body } = await client.request(`${BACKUPS}?limit=1`);
    return body.metadata.resourceVersion;
  }

  it('goes on from a position with what happened since, in order', async () => {
    put('one');
    const from = await position();
    put('two');
    put('two', { changed: 'yes' });
    objects().remove('backups', 'one', 'velero');
    const events = await client.take(3, BACKUPS, `resourceVersion=${from}`);
    expect(
      events.map(({ type, object }) => [type, object.metadata.name]),
    ).toEqual([
      ['ADDED', 'two'],
      ['MODIFIED', 'two'],
      ['DELETED', 'one'],
    ]);
    const versions = events.map(event =>
      Number(event.object.metadata.resourceVersion),
    );
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(versions[0]).toBeGreaterThan(Number(from));
  });

  it('sends the state first and marks its end when asked to', async () => {
    put('one');
    put('two');
    const events = await client.take(3, BACKUPS, STREAMING_LIST);
    expect(events.map(event => event.type)).toEqual([
      'ADDED',
      'ADDED',
      'BOOKMARK',
    ]);
    expect(events[2].object.metadata.annotations).toEqual({
      'k8s.io/initial-events-end': 'true',
    });
    expect(events[2].object.metadata.resourceVersion).toBe(await position());
  });

  it('refuses sendInitialEvents without NotOlderThan', async () => {
    const { status, body } = await client.request(
      `${BACKUPS}?watch=1&sendInitialEvents=true&allowWatchBookmarks=true`,
    );
    expect(status).toBe(422);
    expect(body.message).toBe(
      'ListOptions.meta.k8s.io "" is invalid: resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    );
  });

  it('sends bookmarks to those who want them only', async () => {
    const from = await position();
    const [bookmark] = await client.take(
      1,
      BACKUPS,
      `resourceVersion=${from}&allowWatchBookmarks=true`,
    );
    expect(bookmark.type).toBe('BOOKMARK');
    const silent = await client.take(
      1,
      BACKUPS,
      `resourceVersion=${from}&timeoutSeconds=1`,
    );
    expect(silent).toEqual([]);
  });

  it('answers 200 and then an ERROR event with 410 to an old position', async () => {
    const from = await position();
    put('one');
    objects().compact();
    const events = await client.take(2, BACKUPS, `resourceVersion=${from}`);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      type: 'ERROR',
      object: { kind: 'Status', code: 410, reason: 'Expired' },
    });
  });

  it('keeps an open watch alive over a compaction', async () => {
    const events: string[] = [];
    for await (const event of client.watch(
      BACKUPS,
      `resourceVersion=${await position()}&allowWatchBookmarks=true`,
    )) {
      events.push(event.type);
      if (events.length === 1) {
        objects().put('secrets', { metadata: { name: 's', namespace: 'x' } });
        objects().compact();
        put('one');
      }
      if (event.type !== 'BOOKMARK') {
        break;
      }
    }
    expect(events.at(-1)).toBe('ADDED');
  });

  it('tells a watcher with a selector that an object left its selection', async () => {
    const from = await position();
    put('one', { tier: 'gold' });
    put('one', { tier: 'lead' });
    put('two', { tier: 'lead' });
    put('one', { tier: 'gold' });
    const events = await client.take(
      3,
      BACKUPS,
      `resourceVersion=${from}&labelSelector=tier%3Dgold`,
    );
    expect(events.map(({ type }) => type)).toEqual([
      'ADDED',
      'DELETED',
      'ADDED',
    ]);
    expect(events[1].object.metadata.labels).toEqual({ tier: 'gold' });
  });

  it('ends after timeoutSeconds without an error', async () => {
    const events = await client.take(
      5,
      BACKUPS,
      `resourceVersion=${await position()}&timeoutSeconds=1`,
    );
    expect(events).toEqual([]);
  });

  it('drops a watcher that does not read, without an error', async () => {
    const watch = client.watch(BACKUPS, `resourceVersion=${await position()}`);
    put('first');
    await watch.next();
    for (let index = 0; index < 25_000; index++) {
      put('busy', { index: `${index}-${'x'.repeat(500)}` });
      if (index % 1_000 === 0) {
        await new Promise(resolve => {
          setImmediate(resolve);
        });
      }
    }
    let seen = 0;
    for await (const event of watch) {
      seen += event.type === 'MODIFIED' ? 1 : 0;
    }
    expect(seen).toBeLessThan(25_000);
  });

  it('is limited to the namespace of the path', async () => {
    const from = await position();
    put('one');
    objects().put('backups', { metadata: { name: 'two', namespace: 'other' } });
    const [event] = await client.take(
      1,
      '/apis/velero.io/v1/namespaces/other/backups',
      `resourceVersion=${from}`,
    );
    expect(event.object.metadata.name).toBe('two');
  });
});
