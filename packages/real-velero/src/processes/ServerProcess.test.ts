import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { httpRequest } from '../network/httpRequest';
import { findFreePort } from '../network/ports';
import { Processes } from './Processes';
import { ServerDefinition, ServerProcess } from './ServerProcess';

const SCRIPT = `
  const [, port] = process.argv;
  console.log('about to listen');
  require('node:http')
    .createServer((request, response) => response.end(String(process.pid)))
    .listen(port, '127.0.0.1');
`;

// Processes start slowly on a machine that is busy with a cluster.
jest.setTimeout(30_000);

describe('ServerProcess', () => {
  let folder: string;
  let processes: Processes;
  const { signal } = new AbortController();

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'server-'));
    processes = new Processes();
  });

  afterEach(async () => {
    await processes.stop();
    await rm(folder, { recursive: true });
  });

  function define(changes: Partial<ServerDefinition>): ServerDefinition {
    return {
      name: 'a/server',
      line: ['sleep', '600'],
      env: { PATH: process.env.PATH },
      folder,
      logFile: path.join(folder, 'server.log'),
      isReady: async () => false,
      ...changes,
    };
  }

  async function startServer() {
    const url = `http://127.0.0.1:${await findFreePort()}`;
    const ask = () => httpRequest({ url, signal });
    const server = await ServerProcess.start(
      { processes, signal },
      define({
        line: [process.execPath, '-e', SCRIPT, new URL(url).port],
        isReady: async () => (await ask()).status === 200,
      }),
    );
    return { server, ask };
  }

  it('answers when it is started, and again after a kill', async () => {
    const { server, ask } = await startServer();
    const { body } = await ask();
    expect(Number(body)).toBe(server.pid);
    await server.kill();
    await expect(ask()).rejects.toThrow('ECONNREFUSED');
    await server.restart();
    expect((await ask()).body).not.toBe(body);
    expect(await server.logTail()).toBe('about to listen\nabout to listen');
  });

  it('does not answer while it is paused', async () => {
    const { server, ask } = await startServer();
    server.pause();
    const order: string[] = [];
    const answer = ask().then(() => order.push('answer'));
    await sleep(200);
    order.push('resumed');
    server.resume();
    await answer;
    expect(order).toEqual(['resumed', 'answer']);
  });

  it('shows the last lines and the log of one that is not ready in time', async () => {
    const start = ServerProcess.start(
      { processes, signal },
      define({
        line: [
          'sh',
          '-c',
          'for i in $(seq 20); do echo line $i; done; sleep 600',
        ],
        isReady: async () => {
          throw new Error('connect ECONNREFUSED');
        },
        limitMillis: 300,
      }),
    );
    await expect(start).rejects.toThrow(
      new RegExp(
        `^a/server was not ready after 0.3 s \\(connect ECONNREFUSED\\)[^]* line 6\\n[^]* line 20\\nThe whole log: ${folder}/server.log$`,
      ),
    );
  });

  it('says at once that one has ended instead', async () => {
    const line = ['sh', '-c', 'echo address already in use; exit 3'];
    const start = ServerProcess.start(
      { processes, signal },
      define({ line, isReady: () => new Promise(() => {}) }),
    );
    await expect(start).rejects.toThrow(
      /a\/server ended with code 3 while it started[^]*address already in use/,
    );
  });

  it('names a program that is not there', async () => {
    const start = ServerProcess.start(
      { processes, signal },
      define({ line: ['/absent/etcd'] }),
    );
    await expect(start).rejects.toThrow(
      /ended with code 127[^]*\/absent\/etcd/,
    );
  });

  it('stops waiting when the start is ended', async () => {
    const ending = new AbortController();
    const start = ServerProcess.start(
      { processes, signal: ending.signal },
      define({}),
    );
    ending.abort();
    await expect(start).rejects.toThrow('abort');
  });

  it('starts nothing when the run is over', async () => {
    await processes.stop();
    const start = ServerProcess.start({ processes, signal }, define({}));
    await expect(start).rejects.toThrow('The run is over.');
  });
});
