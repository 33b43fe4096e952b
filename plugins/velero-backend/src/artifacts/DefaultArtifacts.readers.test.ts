import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, ServerResponse } from 'node:http';
import { AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { ArtifactFixture } from './__testUtils__/ArtifactFixture';
import { ArtifactLimits } from './ArtifactLimits';

/** More than the buffers between the store and a reader hold. */
const LARGE = gzipSync(randomBytes(12_000_000).toString('hex'));

/** Also with an error. */
function closeOf(log: Readable): Promise<void> {
  return new Promise(resolve => {
    log.once('close', resolve);
  });
}

describe('readers of DefaultArtifacts who do not read', () => {
  let fixture: ArtifactFixture;

  afterEach(() => fixture.stop());

  /** One place; gives when the store has lost its first connection. */
  async function start(limits: Partial<ArtifactLimits> = {}) {
    fixture = await ArtifactFixture.start({
      limits: { simultaneous: 1, ...limits },
    });
    fixture.keepPacked(LARGE);
    const { answer } = fixture.store;
    const storeLeft = new Promise<void>(resolve => {
      fixture.store.answer = (request, response) => {
        response.once('close', resolve);
        answer(request, response);
      };
    });
    return { storeLeft };
  }

  const openLog = (signal = new AbortController().signal) =>
    fixture.artifacts.log({ ...fixture.question(), signal });

  async function expectFreePlace() {
    const log = await openLog();
    log.destroy();
  }

  it('lose their place and the store after a while', async () => {
    const { storeLeft } = await start({ readerSilence: 1000 });
    const log = await openLog();
    await closeOf(log);
    expect(log.errored).toMatchObject({
      name: 'ArtifactError',
      reason: 'too-slow',
      message:
        'The portal gave the log up, because its reader took nothing of it for 1 s; try again, or fetch it with the velero command line',
    });
    await storeLeft;
    await expectFreePlace();
  });

  it('lose them also when all of it has left the store', async () => {
    await start({ readerSilence: 1000 });
    fixture.keep('line\n');
    const log = await openLog();
    log.read(1);
    await closeOf(log);
    expect(log.errored).toMatchObject({ reason: 'too-slow' });
  });

  it('lose all when the time for the whole is over before', async () => {
    const { storeLeft } = await start({ total: 1000 });
    const log = await openLog();
    await closeOf(log);
    expect(log.errored).toMatchObject({
      reason: 'too-slow',
      message:
        'The log did not pass through the portal as a whole within 1 s: the store, or the connection of the reader, is too slow; try again, or fetch it with the velero command line',
    });
    await storeLeft;
    await expectFreePlace();
  });

  it('are not those who read slowly', async () => {
    await start({ readerSilence: 2000 });
    const log = await openLog();
    let length = 0;
    for await (const chunk of log) {
      length += chunk.length;
      if (length < 1_000_000) {
        await sleep(200);
      }
    }
    expect(length).toBe(24_000_000);
  });

  it('lose their connection, too', async () => {
    await start({ readerSilence: 1000 });
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.pause();
    socket.write('GET / HTTP/1.1\r\nhost: portal\r\n\r\n');
    const [, response]: ServerResponse[] = await once(server, 'request');
    const sent = pipeline(await openLog(), response);
    await expect(sent).rejects.toMatchObject({ reason: 'too-slow' });
    expect(response.destroyed).toBe(true);
    await expectFreePlace();
    socket.destroy();
    server.close();
  });

  it('give their place back when they leave', async () => {
    const { storeLeft } = await start();
    const left = new AbortController();
    const log = await openLog(left.signal);
    left.abort();
    await closeOf(log);
    await storeLeft;
    await expectFreePlace();
  });

  it('give their place back when they destroy the log before they read', async () => {
    const { storeLeft } = await start();
    const log = await openLog();
    log.destroy();
    await storeLeft;
    await expectFreePlace();
  });

  it('are let go when the portal stops', async () => {
    const { storeLeft } = await start();
    const log = await openLog();
    await fixture.artifacts.stop();
    await storeLeft;
    expect(log.destroyed).toBe(true);
  });

  it('are told apart from those who got no place at all', async () => {
    await start({ simultaneous: 0, begin: 50 });
    await expect(openLog()).rejects.toMatchObject({
      name: 'ArtifactError',
      reason: 'busy',
      statusCode: 503,
      message:
        'The portal fetches as many files as it may at the moment; try again in a moment',
    });
    expect(fixture.requests.size).toBe(0);
  });

  it('are told apart from those who wait for a slow store: these get a last line', async () => {
    await start({ total: 1000, silence: 700 });
    let sent = 200_000;
    fixture.store.answer = (_, response) => {
      response.writeHead(200);
      response.write(LARGE.subarray(0, sent));
      const drip = setInterval(() => {
        response.write(LARGE.subarray(sent, (sent += 1)));
      }, 50);
      response.once('close', () => clearInterval(drip));
    };
    const log = await openLog();
    let end = '';
    log.on('data', chunk => {
      end = String(chunk);
    });
    await once(log, 'end');
    expect(end).toMatch(
      /\[The log is cut here\. The log did not pass through the portal as a whole within 1 s: .*\]\n$/,
    );
  });
});
