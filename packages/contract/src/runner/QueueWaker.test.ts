import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { QueueWaker } from './QueueWaker';

const PATH = '/apis/velero.io/v1/namespaces/velero/backups';

describe('QueueWaker', () => {
  let server: Server;
  let kube: KubernetesClient;
  let waker: QueueWaker;
  let phases: string[];
  let changes: string[];
  /** Of its own backup, at each look at it; the last one stays. */
  let ownPhases: string[];
  let refusals: number;

  beforeEach(async () => {
    phases = [];
    changes = [];
    ownPhases = ['Queued'];
    refusals = 0;
    server = createServer(({ method, url }, response) => {
      if (method !== 'GET') {
        changes.push(`${method} ${url}`);
      }
      const items = phases.map(each => ({ status: { phase: each } }));
      const isOwn = method === 'GET' && url === `${PATH}/wake`;
      const phase =
        isOwn && ownPhases.length > 1 ? ownPhases.shift() : ownPhases[0];
      const itself = {
        metadata: { name: 'wake', resourceVersion: '7' },
        status: { phase },
      };
      if (method === 'DELETE' && refusals > 0) {
        refusals -= 1;
        response.statusCode = 409;
      }
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ...itself, items }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    kube = new KubernetesClient({
      url: `http://127.0.0.1:${port}`,
      signal: new AbortController().signal,
    });
    waker = new QueueWaker({ kube, veleroNamespace: 'velero', name: 'wake' });
  });

  afterEach(async () => {
    await kube.close();
    server.close();
  });

  it('puts a backup into a queue that stands still, and takes it out', async () => {
    phases = ['Queued', 'Completed'];
    await waker.look();
    expect(changes).toEqual([]);
    await waker.look();
    expect(changes).toEqual([`POST ${PATH}`, `DELETE ${PATH}/wake`]);
  });

  it('takes its backup out only while it waits or when it has ended', async () => {
    phases = ['Queued'];
    ownPhases = ['', 'ReadyToStart', 'FailedValidation'];
    refusals = 1;
    await waker.look();
    await waker.look();
    expect(ownPhases).toEqual(['FailedValidation']);
    expect(changes).toEqual([
      `POST ${PATH}`,
      `DELETE ${PATH}/wake`,
      `DELETE ${PATH}/wake`,
    ]);
  });

  it.each([['InProgress'], ['ReadyToStart']])(
    'leaves a queue alone while a backup is %s',
    async phase => {
      phases = ['Queued', phase];
      await waker.look();
      await waker.look();
      expect(changes).toEqual([]);
    },
  );

  it('gives up a queue that it has woken in vain again and again', async () => {
    phases = ['Queued'];
    const stuck: boolean[] = [];
    for (let i = 0; i < 16; i++) {
      stuck.push(await waker.look());
    }
    expect(stuck.indexOf(true)).toBe(15);
    phases = ['Queued', 'InProgress'];
    expect(await waker.look()).toBe(false);
  });

  it('leaves an empty queue alone', async () => {
    phases = ['Completed', 'Failed'];
    await waker.look();
    await waker.look();
    expect(changes).toEqual([]);
  });

  it('does not remember what it forgot', async () => {
    phases = ['Queued'];
    await waker.look();
    waker.forget();
    await waker.look();
    expect(changes).toEqual([]);
  });
});
