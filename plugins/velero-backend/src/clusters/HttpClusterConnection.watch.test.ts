import { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import {
  backup,
  collect,
  ConnectionFixture,
} from './__testUtils__/ConnectionFixture';
import { ScriptedServer } from './__testUtils__/ScriptedServer';

describe('HttpClusterConnection.watch', () => {
  let fixture: ConnectionFixture;
  let server: ScriptedServer;

  beforeEach(async () => {
    fixture = await ConnectionFixture.start();
    ({ server } = fixture);
  });

  afterEach(() => fixture.stop());

  it('asks for changes with bookmarks', async () => {
    server.reply(200, '');
    await expect(collect(fixture.watch())).resolves.toEqual([[]]);
    expect(server.seen[0].path).toBe(
      '/apis/velero.io/v1/backups?watch=true&allowWatchBookmarks=true&timeoutSeconds=300&resourceVersion=5',
    );
  });

  it('asks for the present state first', async () => {
    server.reply(200, '');
    await collect(
      fixture.connect().watch({
        resource: 'backups',
        sendInitialEvents: true,
        timeoutSeconds: 300,
        signal: fixture.controller.signal,
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
      const batches = await collect(fixture.watch());
      expect(batches.flat()).toEqual(events);
      expect(batches[0]).toEqual([]);
    }
  });

  it('is open before anything has happened', async () => {
    server.answer = (_, response) => response.flushHeaders();
    const stream = fixture.watch();
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
    for await (const events of fixture.watch()) {
      if (events.length > 0) {
        break;
      }
    }
    await isClosed;
    for await (const _ of fixture.watch()) {
      break;
    }
    await isClosed;
    expect(server.seen).toHaveLength(2);
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
