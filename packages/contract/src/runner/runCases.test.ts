import { ContractCase } from '../ContractCase';
import { CaseResult } from './CaseResult';
import { runCases } from './runCases';
import { testTarget } from './testTarget';

/** A case that ends when it is told to. */
function heldCase(id: string, log: string[], exclusive = false) {
  let release = () => {};
  const released = new Promise<void>(resolve => {
    release = resolve;
  });
  const contractCase: ContractCase = {
    id,
    title: id,
    exclusive,
    async run() {
      log.push(`${id} begins`);
      await released;
      log.push(`${id} ends`);
    },
  };
  return { contractCase, release };
}

function start(
  cases: ContractCase[],
  options: { parallel?: number; again?: boolean; signal?: AbortSignal } = {},
) {
  const reported: CaseResult[] = [];
  const finished = runCases({
    target: testTarget(),
    cases,
    parallel: 8,
    signal: new AbortController().signal,
    onResult: result => reported.push(result),
    ...options,
  });
  return { finished, reported };
}

/** Long enough for everything that waits for nothing. */
async function settle() {
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise(resolve => setImmediate(resolve));
  }
}

describe('runCases', () => {
  it('runs the cases that disturb nobody beside each other, and the others alone afterwards', async () => {
    const log: string[] = [];
    const loud = heldCase('loud', log, true);
    const louder = heldCase('louder', log, true);
    const one = heldCase('one', log);
    const two = heldCase('two', log);
    const held = [loud, louder, one, two];
    const { finished } = start(held.map(({ contractCase }) => contractCase));
    await settle();
    expect(log).toEqual(['one begins', 'two begins']);
    two.release();
    await settle();
    expect(log.slice(2)).toEqual(['two ends']);
    one.release();
    await settle();
    expect(log.slice(3)).toEqual(['one ends', 'loud begins']);
    loud.release();
    louder.release();
    await finished;
    expect(log.slice(5)).toEqual(['loud ends', 'louder begins', 'louder ends']);
  });

  it('runs no more cases at a time than it may', async () => {
    const log: string[] = [];
    const held = ['one', 'two', 'three'].map(id => heldCase(id, log));
    const cases = held.map(({ contractCase }) => contractCase);
    const { finished } = start(cases, { parallel: 2 });
    await settle();
    expect(log).toEqual(['one begins', 'two begins']);
    held[0].release();
    await settle();
    expect(log.slice(2)).toEqual(['one ends', 'three begins']);
    for (const { release } of held) {
      release();
    }
    await finished;
    expect(log).toHaveLength(6);
  });

  it('goes on after a case that fails, and reports each as it ends', async () => {
    const failing: ContractCase = {
      id: 'bad',
      title: 'Black is white',
      async run() {
        throw new Error('it is not');
      },
    };
    const good: ContractCase = { id: 'good', title: 'It is', async run() {} };
    const { finished, reported } = start([failing, good], { parallel: 1 });
    const results = await finished;
    expect(results).toMatchObject([
      { id: 'bad', outcome: 'failed' },
      { id: 'good', outcome: 'passed' },
    ]);
    expect(reported).toEqual(results);
  });

  it('gives each case names of its own', async () => {
    const names: string[] = [];
    const cases = ['one', 'two'].map(
      (id): ContractCase => ({
        id,
        title: id,
        run: async context => {
          names.push(context.names.of('x'));
        },
      }),
    );
    await start(cases).finished;
    expect(new Set(names).size).toBe(2);
    expect(names[0]).toMatch(/^vc-[a-z0-9]{4}-001-x$/);
  });

  it('begins no further case when it is interrupted', async () => {
    const interrupt = new AbortController();
    const log: string[] = [];
    const waiting: ContractCase = {
      id: 'waiting',
      title: 'Waits for ever',
      run: async ({ a }) => a.patience.pass(3600),
    };
    const next = heldCase('next', log);
    const { finished, reported } = start([waiting, next.contractCase], {
      parallel: 1,
      signal: interrupt.signal,
    });
    await settle();
    interrupt.abort(new Error('Ended by SIGINT'));
    await expect(finished).rejects.toThrow('Ended by SIGINT');
    expect(reported).toMatchObject([{ id: 'waiting', outcome: 'failed' }]);
    expect(log).toEqual([]);
  });

  it.each([
    { again: false, exclusive: false, outcome: 'failed', before: undefined },
    { again: true, exclusive: false, outcome: 'passed', before: 'Too late' },
    { again: true, exclusive: true, outcome: 'passed', before: 'Too late' },
  ])(
    'runs a case that failed once more, alone, when told to: %o',
    async ({ again, exclusive, outcome, before }) => {
      let attempts = 0;
      const contractCase: ContractCase = {
        id: 'hurried',
        title: 'hurried',
        exclusive,
        async run() {
          attempts += 1;
          if (attempts === 1) {
            throw new Error('Too late');
          }
        },
      };
      const { finished, reported } = start([contractCase], { again });
      const [result] = await finished;
      expect(result.outcome).toBe(outcome);
      expect(result.before?.slice(0, 8)).toBe(before);
      expect(reported).toHaveLength(again ? 2 : 1);
    },
  );

  it('does not try a third time', async () => {
    const contractCase: ContractCase = {
      id: 'wrong',
      title: 'wrong',
      async run() {
        throw new Error('Wrong');
      },
    };
    const { finished, reported } = start([contractCase], { again: true });
    expect(await finished).toMatchObject([{ outcome: 'failed' }]);
    expect(reported).toHaveLength(2);
  });
});
