import { Sandbox, startSandbox } from 'velero-sandbox';
import { connectTo } from '../watch/__testUtils__/connectTo';
import { ServerStatusReader } from './ServerStatusReader';

describe('ServerStatusReader', () => {
  let sandbox: Sandbox;
  let close: () => Promise<void>;
  let read: (
    limit: number,
    namespace?: string,
  ) => ReturnType<ServerStatusReader['read']>;

  beforeEach(async () => {
    sandbox = await startSandbox({
      clusters: [{ name: 'eu' }, { name: 'us', velero: false }],
    });
  });

  afterEach(async () => {
    await close();
    await sandbox.stop();
  });

  function connect(cluster: string) {
    const opened = connectTo(sandbox.cluster(cluster));
    const { connection } = opened;
    close = opened.close;
    read = (limit, namespace = 'velero') =>
      new ServerStatusReader({ limit }).read({
        cluster,
        namespace,
        connection,
      });
  }

  const left = (cluster: string) =>
    sandbox.cluster(cluster).objects.list('serverstatusrequests');

  it('tells what a server says of itself, and removes the question', async () => {
    connect('eu');
    expect(await read(5_000)).toEqual({
      status: {
        version: expect.stringMatching(/^v1\./),
        objectStores: expect.arrayContaining(['velero.io/aws']),
      },
    });
    expect(left('eu')).toEqual([]);
  });

  it('tells that nobody answers in time, and removes the question', async () => {
    connect('us');
    expect(await read(300)).toEqual({
      silence: {
        cause: 'no-answer',
        reason: 'a ServerStatusRequest was not answered within 0.3 s',
      },
    });
    expect(left('us')).toEqual([]);
  });

  it('tells that it may not ask', async () => {
    connect('eu');
    expect(await read(5_000, 'default')).toEqual({
      silence: {
        cause: 'forbidden',
        reason:
          "The portal's account may not create serverstatusrequests.velero.io in namespace default",
      },
    });
  });

  it('tells that the cluster fails, not that nobody answers', async () => {
    connect('eu');
    sandbox.cluster('eu').faults.set({ down: true });
    expect(await read(5_000)).toMatchObject({
      silence: { cause: 'unreachable' },
    });
  });
});
