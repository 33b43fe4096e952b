import { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { ScriptedServer } from './__testUtils__/ScriptedServer';
import { WatchEvent } from './ClusterConnection';
import { ClusterError } from './ClusterError';
import {
  ConnectionLimits,
  HttpClusterConnection,
} from './HttpClusterConnection';
import { parseList } from './http/parseList';
import { DirectTransport } from './transport/DirectTransport';

const LIST_BACKUPS = 'list backups.velero.io in all namespaces';

function status(code: number, extra: Record<string, unknown> = {}) {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    status: 'Failure',
    code,
    ...extra,
  };
}

function backup(name: string, extra: Record<string, unknown> = {}) {
  return {
    apiVersion: 'velero.io/v1',
    kind: 'Backup',
    metadata: { name, namespace: 'velero', resourceVersion: '7' },
    ...extra,
  };
}

describe('HttpClusterConnection', () => {
  let server: ScriptedServer;
  let transport: DirectTransport;
  let controller: AbortController;

  beforeEach(async () => {
    server = new ScriptedServer();
    await server.start();
    controller = new AbortController();
    transport = new DirectTransport({
      url: server.url,
      readToken: async () => 'the-token',
      trust: { readCa: async () => undefined, skipVerify: false },
      configKey: 'velero.clusters[0]',
    });
  });

  afterEach(async () => {
    controller.abort();
    await transport.close();
    await server.stop();
  });

  function connect(limits: Partial<ConnectionLimits> = {}) {
    return new HttpClusterConnection({ transport, limits });
  }

  function list(limits?: Partial<ConnectionLimits>, namespace?: string) {
    const { signal } = controller;
    return connect(limits).list({
      resource: 'backups',
      namespace,
      limit: 10,
      signal,
    });
  }

  function watch(
    limits?: Partial<ConnectionLimits>,
    options: { timeoutSeconds?: number } = {},
  ) {
    return connect(limits).watch({
      resource: 'backups',
      resourceVersion: '5',
      timeoutSeconds: 300,
      signal: controller.signal,
      ...options,
    });
  }

  async function collect(stream: AsyncIterable<WatchEvent[]>) {
    const batches: WatchEvent[][] = [];
    for await (const events of stream) {
      batches.push(events);
    }
    return batches;
  }

  describe('list', () => {
    it('gives a page, and where the next one begins', async () => {
      server.reply(200, {
        metadata: { resourceVersion: '12', continue: 'next' },
        items: [backup('one'), backup('two')],
      });
      await expect(list()).resolves.toEqual({
        items: [backup('one'), backup('two')],
        resourceVersion: '12',
        continueToken: 'next',
      });
      expect(server.seen[0].path).toBe('/apis/velero.io/v1/backups?limit=10');
    });

    it('goes on with a page', async () => {
      server.reply(200, { metadata: { resourceVersion: '12' }, items: [] });
      const page = await connect().list({
        resource: 'schedules',
        namespace: 'velero/../x',
        limit: 3,
        continueToken: 'a=b&c',
        signal: controller.signal,
      });
      expect(page).toEqual({ items: [], resourceVersion: '12' });
      expect(server.seen[0].path).toBe(
        '/apis/velero.io/v1/namespaces/velero%2F..%2Fx/schedules?limit=3&continue=a%3Db%26c',
      );
    });

    it('knows that namespaces live in none', async () => {
      server.reply(200, { metadata: { resourceVersion: '12' }, items: null });
      await connect().list({
        resource: 'namespaces',
        limit: 3,
        signal: controller.signal,
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
      await expect(list()).rejects.toMatchObject({
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
        await expect(list()).resolves.toEqual({ items, resourceVersion: '1' });
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
      const { items } = await list();
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
      await expect(list({ pageBytes: 1000 })).rejects.toMatchObject({
        kind: 'malformed',
        message: "The cluster's answer is larger than 1000 bytes",
      });
    });

    it('gives up on an answer that drips for too long', async () => {
      server.answer = (_, response) => {
        const drip = setInterval(() => response.write(' '), 5);
        response.on('close', () => clearInterval(drip));
      };
      await expect(list({ requestTimeout: 50 })).rejects.toMatchObject({
        kind: 'unreachable',
        message: 'The cluster did not answer completely within 0.05 s',
      });
    });

    it('gives up on an answer that stops in the middle', async () => {
      server.answer = (_, response) => void response.write('{');
      await expect(list({ bodyTimeout: 20 })).rejects.toMatchObject({
        kind: 'unreachable',
        message:
          'The connection to the cluster fell silent (UND_ERR_BODY_TIMEOUT)',
      });
    });

    it('stops when it is cancelled', async () => {
      server.answer = (_, response) => {
        response.write('{');
        controller.abort();
      };
      await expect(list()).rejects.toMatchObject({ kind: 'unreachable' });
    });
  });

  describe('refusals', () => {
    it.each([
      [
        401,
        status(401),
        'unauthorized',
        "The API server does not accept the portal's credential (401)",
      ],
      [
        401,
        'log in',
        'unauthorized',
        "What answers for the cluster does not accept the portal's credential (401)",
      ],
      [
        403,
        status(403, { message: 'User "x" cannot list backups' }),
        'forbidden',
        `The portal's account may not ${LIST_BACKUPS}`,
      ],
      [
        403,
        '<html>no</html>',
        'forbidden',
        'Something before the API server forbids the request (403)',
      ],
      [
        404,
        status(404),
        'not-found',
        'The cluster does not serve backups.velero.io',
      ],
      [
        404,
        '404 page not found\n',
        'not-found',
        'The cluster does not serve backups.velero.io',
      ],
      [
        404,
        '<html>nothing here</html>',
        'malformed',
        "The cluster's URL does not lead to a Kubernetes API server (404)",
      ],
      [
        410,
        status(410, { reason: 'Expired' }),
        'expired',
        'The cluster no longer knows the resource version',
      ],
      [
        504,
        status(504, {
          details: { causes: [{ reason: 'ResourceVersionTooLarge' }] },
        }),
        'expired',
        'The cluster is at an earlier resource version than the portal',
      ],
      [
        429,
        status(429),
        'too-many-requests',
        'The API server asks for fewer requests (429)',
      ],
      [
        400,
        status(400, { message: 'continue key is not valid' }),
        'unsupported',
        `The API server does not take the request to ${LIST_BACKUPS} (400): continue key is not valid`,
      ],
      [
        400,
        'Client sent an HTTP request to an HTTPS server.',
        'malformed',
        "The cluster's URL does not lead to a Kubernetes API server (400)",
      ],
      [
        422,
        status(422),
        'unsupported',
        `The API server does not take the request to ${LIST_BACKUPS} (422)`,
      ],
      [500, status(500), 'unreachable', 'The API server fails with status 500'],
      [
        502,
        '<html>Bad Gateway</html>',
        'unreachable',
        'What answers for the cluster fails with status 502',
      ],
      [504, status(504), 'unreachable', 'The API server fails with status 504'],
      [
        301,
        '',
        'malformed',
        "The cluster's URL does not lead to a Kubernetes API server (301)",
      ],
      [
        204,
        '',
        'malformed',
        "The cluster's URL does not lead to a Kubernetes API server (204)",
      ],
    ])('%i %j means %s', async (code, body, kind, message) => {
      server.reply(code, body);
      const error = await list().catch(caught => caught);
      expect(error).toBeInstanceOf(ClusterError);
      expect(error).toMatchObject({ kind, message });
    });

    it('names the namespace where a right is missing', async () => {
      server.reply(403, status(403));
      await expect(list({}, 'velero')).rejects.toThrow(
        "The portal's account may not list backups.velero.io in namespace velero",
      );
    });

    it.each([
      [429, '3', 3000],
      [503, '10', 10_000],
      [429, '86400', 300_000],
      [429, 'soon', undefined],
      [429, 'Thu, 01 Jan 1970 00:00:00 GMT', undefined],
    ])(
      '%i with Retry-After %s waits %s ms',
      async (code, header, retryAfter) => {
        server.reply(code, status(code), { 'retry-after': header });
        const error = await list().catch(caught => caught);
        expect(error.retryAfter).toBe(retryAfter);
      },
    );

    it('understands a date to retry after', async () => {
      server.reply(429, status(429), {
        'retry-after': new Date(Date.now() + 100_000).toUTCString(),
      });
      const error = await list().catch(caught => caught);
      expect(error.retryAfter).toBeGreaterThan(50_000);
      expect(error.retryAfter).toBeLessThanOrEqual(100_000);
    });
  });

  describe('watch', () => {
    it('asks for changes with bookmarks', async () => {
      server.reply(200, '');
      await expect(collect(watch())).resolves.toEqual([[]]);
      expect(server.seen[0].path).toBe(
        '/apis/velero.io/v1/backups?watch=true&allowWatchBookmarks=true&timeoutSeconds=300&resourceVersion=5',
      );
    });

    it('asks for the present state first', async () => {
      server.reply(200, '');
      await collect(
        connect().watch({
          resource: 'backups',
          sendInitialEvents: true,
          timeoutSeconds: 300,
          signal: controller.signal,
        }),
      );
      expect(server.seen[0].path).toBe(
        '/apis/velero.io/v1/backups?watch=true&allowWatchBookmarks=true&timeoutSeconds=300&sendInitialEvents=true&resourceVersionMatch=NotOlderThan',
      );
    });

    it('gives together what arrives together, wherever the stream is cut', async () => {
      const events = [
        { type: 'ADDED', object: backup('ä€😀') },
        { type: 'MODIFIED', object: backup('two') },
        { type: 'DELETED', object: backup('three') },
        {
          type: 'BOOKMARK',
          object: { kind: 'Backup', metadata: { resourceVersion: '9' } },
        },
      ];
      const bytes = Buffer.from(
        `${events.map(event => JSON.stringify(event)).join('\n\n')}\n`,
      );
      for (const size of [1, 7, 100, bytes.length]) {
        server.answer = (_, response) => writeInPieces(response, bytes, size);
        const batches = await collect(watch());
        expect(batches.flat()).toEqual(events);
        expect(batches[0]).toEqual([]);
      }
    });

    it('is open before anything has happened', async () => {
      server.answer = (_, response) => response.flushHeaders();
      const stream = watch();
      await expect(stream.next()).resolves.toEqual({ done: false, value: [] });
      await stream.return(undefined);
    });

    it('closes the connection when nobody listens any more', async () => {
      let isClosed: Promise<unknown> = Promise.resolve();
      server.answer = (_, response) => {
        isClosed = new Promise(resolve => {
          response.on('close', resolve);
        });
        response.write(
          `${JSON.stringify({ type: 'ADDED', object: backup('a') })}\n`,
        );
      };
      for await (const events of watch()) {
        if (events.length > 0) {
          break;
        }
      }
      await isClosed;
      for await (const _ of watch()) {
        break;
      }
      await isClosed;
      expect(server.seen).toHaveLength(2);
    });

    it.each([
      [
        status(410, { reason: 'Expired' }),
        'expired',
        'The cluster no longer knows the resource version',
      ],
      [
        status(403),
        'forbidden',
        "The portal's account may not watch backups.velero.io in all namespaces",
      ],
      [status(500), 'unreachable', 'The API server fails with status 500'],
      [
        { kind: 'Status' },
        'unreachable',
        'The API server fails with status 500',
      ],
    ])('rejects on the error event %j', async (object, kind, message) => {
      server.reply(200, `${JSON.stringify({ type: 'ERROR', object })}\n`);
      await expect(collect(watch())).rejects.toMatchObject({ kind, message });
    });

    it.each([
      'nonsense',
      '[]',
      '{"type":"ADDED"}',
      '{"type":"ADDED","object":{}}',
      '{"type":"RENAMED","object":{"metadata":{}}}',
      '{"type":"ERROR"}',
    ])('rejects the line %s', async line => {
      server.reply(200, `${line}\n`);
      await expect(collect(watch())).rejects.toMatchObject({
        kind: 'malformed',
        message:
          'An event from the cluster is not what a Kubernetes API server sends',
      });
    });

    it('takes an object with 1 MB of labels, and gives up on a line without end', async () => {
      const large = backup('a', { spec: { note: 'x'.repeat(1024 * 1024) } });
      server.answer = (_, response) => {
        response.write(`${JSON.stringify({ type: 'ADDED', object: large })}\n`);
        const flood = () => {
          while (!response.destroyed && response.write('y'.repeat(65_536)));
        };
        response.on('drain', flood);
        flood();
      };
      const seen: WatchEvent[] = [];
      const reading = (async () => {
        for await (const events of watch()) {
          seen.push(...events);
        }
      })();
      await expect(reading).rejects.toMatchObject({
        kind: 'malformed',
        message: 'The cluster sent an event larger than 4194304 bytes',
      });
      expect(seen).toEqual([{ type: 'ADDED', object: large }]);
    });

    it('reports a stream that breaks off in the middle of an event', async () => {
      server.reply(200, '{"type":"ADD');
      await expect(collect(watch())).rejects.toMatchObject({
        kind: 'unreachable',
        message:
          'The stream from the cluster broke off in the middle of an event',
      });
    });

    it('reports a connection that is cut', async () => {
      server.answer = (_, response) => {
        response.write('{');
        response.write('', () => response.destroy());
      };
      await expect(collect(watch())).rejects.toMatchObject({
        kind: 'unreachable',
        message: 'The connection to the cluster broke (UND_ERR_SOCKET)',
      });
    });

    it('counts silence as a lost connection', async () => {
      server.answer = (_, response) => response.flushHeaders();
      await expect(collect(watch({ watchSilence: 20 }))).rejects.toMatchObject({
        kind: 'unreachable',
        message:
          'The connection to the cluster fell silent (UND_ERR_BODY_TIMEOUT)',
      });
    });

    it('ends a watch that the server does not end', async () => {
      server.answer = (_, response) => {
        const drip = setInterval(() => response.write('\n'), 5);
        response.on('close', () => clearInterval(drip));
      };
      await expect(
        collect(watch({ watchGrace: -950 }, { timeoutSeconds: 1 })),
      ).rejects.toMatchObject({ kind: 'unreachable' });
    });

    it('survives a body that fails before anybody reads it', async () => {
      const body = new Readable({ read: () => {} });
      const connection = new HttpClusterConnection({
        transport: {
          request: async () => ({ status: 200, headers: {}, body }),
          close: async () => {},
        },
      });
      const stream = connection.watch({
        resource: 'backups',
        resourceVersion: '5',
        timeoutSeconds: 300,
        signal: controller.signal,
      });
      await stream.next();
      body.destroy(new Error('Lost'));
      await setImmediate();
      await expect(stream.next()).rejects.toMatchObject({
        kind: 'unreachable',
      });
    });

    it('survives that it is cancelled while nobody reads', async () => {
      server.answer = (_, response) => response.flushHeaders();
      const stream = watch();
      await stream.next();
      controller.abort();
      await setTimeout(20);
      await expect(stream.next()).rejects.toMatchObject({
        kind: 'unreachable',
      });
    });
  });

  describe('discover', () => {
    const discover = () => connect().discover(controller.signal);

    it('tells what of Velero there is', async () => {
      server.reply(200, {
        kind: 'APIResourceList',
        resources: [
          { name: 'schedules' },
          { name: 'backups' },
          { name: 'restores' },
        ],
      });
      await expect(discover()).resolves.toEqual({
        installed: true,
        resources: ['backups', 'schedules'],
      });
      expect(server.seen[0].path).toBe('/apis/velero.io/v1');
    });

    it.each([['404 page not found\n'], [status(404)]])(
      'tells that there is no Velero by %j',
      async body => {
        server.reply(404, body);
        await expect(discover()).resolves.toEqual({
          installed: false,
          resources: [],
        });
      },
    );

    it('takes no other page that is not found for a missing Velero', async () => {
      server.reply(404, '<html></html>');
      await expect(discover()).rejects.toMatchObject({ kind: 'malformed' });
    });

    it('refuses what is no list of resources', async () => {
      server.reply(200, {});
      await expect(discover()).rejects.toMatchObject({ kind: 'malformed' });
    });
  });

  describe('readIdentity', () => {
    const read = () => connect().readIdentity(controller.signal);

    it('reads what no two clusters share', async () => {
      server.reply(200, { metadata: { name: 'kube-system', uid: 'one' } });
      await expect(read()).resolves.toBe('one');
      expect(server.seen[0].path).toBe('/api/v1/namespaces/kube-system');
    });

    it.each([
      [403, status(403)],
      [404, status(404)],
      [200, { metadata: { uid: 7 } }],
    ])('knows no identity from %i %j', async (code, body) => {
      server.reply(code, body);
      await expect(read()).resolves.toBeUndefined();
    });
  });

  describe('readVeleroVersion', () => {
    const read = () => connect().readVeleroVersion('velero', controller.signal);

    function deployment(image: unknown) {
      const containers = [{ name: 'sidecar', image: 'x:1' }, image];
      return { spec: { template: { spec: { containers } } } };
    }

    it.each([
      ['velero/velero:v1.18.3', 'v1.18.3'],
      ['registry.example:5000/mirror/velero:v1.17.0', 'v1.17.0'],
      ['registry.example:5000/mirror/velero', undefined],
      [`velero/velero:v1.18.3@sha256:${'0'.repeat(64)}`, 'v1.18.3'],
      [`velero/velero@sha256:${'0'.repeat(64)}`, undefined],
      [7, undefined],
    ])('reads from %s the version %s', async (image, version) => {
      server.reply(200, deployment({ name: 'velero', image }));
      await expect(read()).resolves.toBe(version);
      expect(server.seen[0].path).toBe(
        '/apis/apps/v1/namespaces/velero/deployments/velero',
      );
    });

    it.each([
      [403, status(403)],
      [404, status(404)],
      [200, {}],
    ])('knows no version from %i %j', async (code, body) => {
      server.reply(code, body);
      await expect(read()).resolves.toBeUndefined();
    });

    it('tells that the cluster does not answer', async () => {
      server.reply(500, status(500));
      await expect(read()).rejects.toMatchObject({ kind: 'unreachable' });
    });
  });
});

/** Writes each piece on its own, so that it arrives as one. */
async function writeInPieces(
  response: ServerResponse,
  bytes: Buffer,
  size: number,
) {
  for (let start = 0; start < bytes.length; start += size) {
    response.write(bytes.subarray(start, start + size));
    await setImmediate();
  }
  response.end();
}
