import { createServer, Server } from 'node:http';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { ContractCase } from '../ContractCase';
import { ContractTarget } from '../target/ContractTarget';
import { runCase } from './runCase';
import { testTarget } from './testTarget';

const passing: ContractCase = {
  id: 'white/is-white',
  title: 'White is white',
  async run() {},
};

function run(
  contractCase: Partial<ContractCase>,
  target: ContractTarget = testTarget(),
) {
  return runCase(
    { ...passing, ...contractCase },
    { target, prefix: 'vc', signal: new AbortController().signal },
  );
}

describe('runCase', () => {
  afterEach(() => jest.restoreAllMocks());

  it('passes a case that ends', async () => {
    expect(await run({})).toEqual({
      id: 'white/is-white',
      title: 'White is white',
      outcome: 'passed',
      seconds: expect.any(Number),
    });
  });

  it('says why a case failed', async () => {
    const result = await run({
      async run() {
        throw new Error('Black was expected');
      },
    });
    expect(result).toMatchObject({ outcome: 'failed' });
    expect(result.reason).toMatch(/^Black was expected/);
  });

  it('skips a case that cannot run there, and says what is missing', async () => {
    const target = testTarget({ lacks: { kubectl: 'There is no `kubectl`' } });
    const needs = ['kubectl' as const];
    expect(
      await run({ needs, run: () => Promise.reject(new Error('ran')) }, target),
    ).toMatchObject({ outcome: 'skipped', reason: 'There is no `kubectl`' });
    expect(await run({ needs })).toMatchObject({ outcome: 'passed' });
  });

  it('skips what would disturb others on a cluster that others use', async () => {
    const existing = testTarget({ shared: true });
    const exclusive = {
      exclusive: true,
      run: () => Promise.reject(new Error()),
    };
    expect(await run(exclusive, existing)).toMatchObject({
      outcome: 'skipped',
      reason: 'The case would disturb what else uses the cluster',
    });
  });

  it.each([
    ['the second region', 'secondRegion', ({ b }) => b],
    ['the object store', 'objectStore', ({ objectStore }) => objectStore],
    ['the portal', 'portalUser', ({ a }) => a.portal],
    ['disturbance', 'disturbance', ({ a }) => a.disturb],
  ] as Array<[string, string, (context: Parameters<ContractCase['run']>[0]) => unknown]>)(
    'demands that a case says that it needs %s',
    async (_what, need, use) => {
      const result = await run({ run: async context => void use(context) });
      expect(result.outcome).toBe('failed');
      expect(result.reason).toContain(
        `The case must say that it needs \`${need}\``,
      );
    },
  );

  it('ends a case that takes too long', async () => {
    const limit = new AbortController();
    jest.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
    const result = run({ run: ({ a }) => a.patience.pass(3600) });
    limit.abort(new Error('Time is up'));
    expect(await result).toMatchObject({ outcome: 'failed' });
  });
});

describe('what a case leaves', () => {
  const deleted: string[] = [];
  let server: Server;
  let target: ContractTarget;

  beforeEach(async () => {
    deleted.length = 0;
    server = createServer(async (request, response) => {
      if (request.method === 'DELETE') {
        deleted.push(request.url ?? '');
      }
      const body =
        request.method === 'POST' ? await json(request) : { items: [] };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    target = testTarget({ url: `http://127.0.0.1:${port}` });
  });

  afterEach(async () => {
    server.close();
    await once(server, 'close');
  });

  it('is removed when it would go on by itself, even after a failure', async () => {
    const result = await run(
      {
        async run({ a }) {
          await a.velero('schedules', { schedule: '* * * * *' }, { name: 's' });
          await a.velero('backups', {}, { name: 'b' });
          throw new Error('It was expected');
        },
      },
      target,
    );
    expect(result.outcome).toBe('failed');
    expect(deleted).toEqual([
      '/apis/velero.io/v1/namespaces/velero/schedules/s',
    ]);
  });

  it('is removed as well when the case is broken off', async () => {
    const interrupt = new AbortController();
    const result = await runCase(
      {
        ...passing,
        async run({ a }) {
          await a.velero('schedules', { schedule: '* * * * *' }, { name: 's' });
          interrupt.abort(new Error('Ended by SIGINT'));
          await a.get('schedules', 's');
        },
      },
      { target, prefix: 'vc', signal: interrupt.signal },
    );
    expect(result).toMatchObject({ outcome: 'failed' });
    expect(deleted).toEqual([
      '/apis/velero.io/v1/namespaces/velero/schedules/s',
    ]);
  });

  it('is removed wholly, in the reverse order, from clusters that stay', async () => {
    const existing: ContractTarget = { ...target, shared: true };
    await run(
      {
        async run({ a }) {
          await a.make('namespaces', { metadata: { name: 'n' } });
          await a.make('configmaps', { metadata: { name: 'c' } }, 'n');
        },
      },
      existing,
    );
    expect(deleted).toEqual([
      '/api/v1/namespaces/n/configmaps/c',
      '/api/v1/namespaces/n',
    ]);
  });
});
