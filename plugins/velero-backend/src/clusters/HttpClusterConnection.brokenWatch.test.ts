import { Readable } from 'node:stream';
import { setImmediate, setTimeout } from 'node:timers/promises';
import {
  backup,
  collect,
  ConnectionFixture,
  status,
} from './__testUtils__/ConnectionFixture';
import { ScriptedServer } from './__testUtils__/ScriptedServer';
import { WatchEvent } from './ClusterConnection';
import { HttpClusterConnection } from './HttpClusterConnection';

describe('HttpClusterConnection.watch that breaks', () => {
  let fixture: ConnectionFixture;
  let server: ScriptedServer;

  beforeEach(async () => {
    fixture = await ConnectionFixture.start();
    ({ server } = fixture);
  });

  afterEach(() => fixture.stop());

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
    [{ kind: 'Status' }, 'unreachable', 'The API server fails with status 500'],
  ])('rejects on the error event %j', async (object, kind, message) => {
    server.reply(200, `${JSON.stringify({ type: 'ERROR', object })}\n`);
    await expect(collect(fixture.watch())).rejects.toMatchObject({
      kind,
      message,
    });
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
    await expect(collect(fixture.watch())).rejects.toMatchObject({
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
      for await (const events of fixture.watch()) {
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
    await expect(collect(fixture.watch())).rejects.toMatchObject({
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
    await expect(collect(fixture.watch())).rejects.toMatchObject({
      kind: 'unreachable',
      message: 'The connection to the cluster broke (UND_ERR_SOCKET)',
    });
  });

  it('counts silence as a lost connection', async () => {
    server.answer = (_, response) => response.flushHeaders();
    await expect(
      collect(fixture.watch({ watchSilence: 20 })),
    ).rejects.toMatchObject({
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
      collect(fixture.watch({ watchGrace: -950 }, { timeoutSeconds: 1 })),
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
      signal: fixture.controller.signal,
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
    const stream = fixture.watch();
    await stream.next();
    fixture.controller.abort();
    await setTimeout(20);
    await expect(stream.next()).rejects.toMatchObject({
      kind: 'unreachable',
    });
  });
});
