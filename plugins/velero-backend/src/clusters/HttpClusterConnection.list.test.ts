import { setImmediate } from 'node:timers/promises';
import { backup, ConnectionFixture } from './__testUtils__/ConnectionFixture';
import { ScriptedServer } from './__testUtils__/ScriptedServer';
import { parseList } from './http/parseList';

describe('HttpClusterConnection.list', () => {
  let fixture: ConnectionFixture;
  let server: ScriptedServer;

  beforeEach(async () => {
    fixture = await ConnectionFixture.start();
    ({ server } = fixture);
  });

  afterEach(() => fixture.stop());

  it('gives a page, and where the next one begins', async () => {
    server.reply(200, {
      metadata: { resourceVersion: '12', continue: 'next' },
      items: [backup('one'), backup('two')],
    });
    await expect(fixture.list()).resolves.toEqual({
      items: [backup('one'), backup('two')],
      resourceVersion: '12',
      continueToken: 'next',
    });
    expect(server.seen[0].path).toBe('/apis/velero.io/v1/backups?limit=10');
  });

  it('goes on with a page', async () => {
    server.reply(200, { metadata: { resourceVersion: '12' }, items: [] });
    const page = await fixture.connect().list({
      resource: 'schedules',
      namespace: 'velero/../x',
      limit: 3,
      continueToken: 'a=b&c',
      signal: fixture.controller.signal,
    });
    expect(page).toEqual({ items: [], resourceVersion: '12' });
    expect(server.seen[0].path).toBe(
      '/apis/velero.io/v1/namespaces/velero%2F..%2Fx/schedules?limit=3&continue=a%3Db%26c',
    );
  });

  it('knows that namespaces live in none', async () => {
    server.reply(200, { metadata: { resourceVersion: '12' }, items: null });
    await fixture.connect().list({
      resource: 'namespaces',
      limit: 3,
      signal: fixture.controller.signal,
    });
    expect(server.seen[0].path).toBe('/api/v1/namespaces?limit=3');
  });

  it.each([
    ['no JSON', '<html></html>'],
    ['no object', [1]],
    ['no metadata', { items: [] }],
    ['no resource version', { metadata: {}, items: [] }],
    ['something after it', '{"metadata":{"resourceVersion":"1"}} x'],
    ['no end', '{"metadata":{"resourceVersion":"1"},"items":[{"metadata":{'],
    ['half a text', '{"metadata":{"resourceVersion":"1'],
    ['a missing colon', '{"metadata" {"resourceVersion":"1"}}'],
    ['items without commas', '{"items":[{"metadata":{}} {"metadata":{}}]}'],
    ['a comma too much', '{"items":[{"metadata":{}},]}'],
    ['nothing at all', ''],
    ['no items', { metadata: { resourceVersion: '1' }, items: {} }],
    ['an odd item', { metadata: { resourceVersion: '1' }, items: [7] }],
    [
      'an item without metadata',
      { metadata: { resourceVersion: '1' }, items: [{ kind: 'Backup' }] },
    ],
  ])('refuses an answer with %s', async (_, body) => {
    server.reply(200, body);
    await expect(fixture.list()).rejects.toMatchObject({
      kind: 'malformed',
      message:
        'The list from the cluster is not what a Kubernetes API server sends',
    });
  });

  it('finds the ends of items, whatever is in them', async () => {
    const items = [
      backup('a', {
        spec: { text: 'quote " backslash \\ both \\" end \\\\' },
      }),
      backup('b', { spec: { text: '}],{[":', nested: [[{}], [], {}] } }),
      backup('ä€😀', { spec: null, status: { count: -1.5e3, ok: true } }),
    ];
    const body = { kind: 'List', metadata: { resourceVersion: '1' }, items };
    for (const space of [0, 2]) {
      server.reply(200, JSON.stringify(body, undefined, space));
      await expect(fixture.list()).resolves.toEqual({
        items,
        resourceVersion: '1',
      });
    }
  });

  it('lets other work run while it parses a large page', async () => {
    const items = Array.from({ length: 20_000 }, (_, index) =>
      backup(`backup-${index}`, { spec: { note: 'x'.repeat(1000) } }),
    );
    const page = { metadata: { resourceVersion: '1' }, items };
    const parsing = parseList(Buffer.from(JSON.stringify(page)));
    let isParsed = false;
    parsing.then(() => {
      isParsed = true;
    });
    let turns = 0;
    while (!isParsed) {
      await setImmediate();
      turns += 1;
    }
    expect((await parsing).items).toEqual(items);
    expect(turns).toBeGreaterThan(3);
  });

  it('takes keys that mean something to JavaScript as data', async () => {
    server.reply(
      200,
      `{"metadata":{"resourceVersion":"1"},"items":[{"metadata":{"name":"a","labels":{"__proto__":"x","constructor":"y"}}}]}`,
    );
    const { items } = await fixture.list();
    expect(Object.entries(items[0].metadata.labels ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });

  it('refuses an answer that is too large', async () => {
    server.reply(200, {
      metadata: { resourceVersion: '1' },
      items: [backup('x'.repeat(2000))],
    });
    await expect(fixture.list({ pageBytes: 1000 })).rejects.toMatchObject({
      kind: 'malformed',
      message: "The cluster's answer is larger than 1000 bytes",
    });
  });

  it('gives up on an answer that drips for too long', async () => {
    server.answer = (_, response) => {
      const drip = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(drip));
    };
    await expect(fixture.list({ requestTimeout: 50 })).rejects.toMatchObject({
      kind: 'unreachable',
      message: 'The cluster did not answer completely within 0.05 s',
    });
  });

  it('gives up on an answer that stops in the middle', async () => {
    server.answer = (_, response) => void response.write('{');
    await expect(fixture.list({ bodyTimeout: 20 })).rejects.toMatchObject({
      kind: 'unreachable',
      message:
        'The connection to the cluster fell silent (UND_ERR_BODY_TIMEOUT)',
    });
  });

  it('stops when it is cancelled', async () => {
    server.answer = (_, response) => {
      response.write('{');
      fixture.controller.abort();
    };
    await expect(fixture.list()).rejects.toMatchObject({ kind: 'unreachable' });
  });
});
