import { mockServices } from '@backstage/backend-test-utils';
import {
  VeleroClusterDefinition,
  VeleroClusterSource,
} from 'backstage-plugin-velero-node';
import { until } from '../watch/__testUtils__/until';
import { DefaultClusterRegistry } from './DefaultClusterRegistry';

type Answer = VeleroClusterDefinition[] | Error;

/** A source that answers what the test sets. */
class TestSource implements VeleroClusterSource {
  asked = 0;
  readonly id: string;
  answer: Answer;

  constructor(id: string, answer: Answer) {
    this.id = id;
    this.answer = answer;
  }

  async listClusters() {
    this.asked += 1;
    if (this.answer instanceof Error) {
      throw this.answer;
    }
    return this.answer;
  }

  /** Waits until the present answer has been taken in. */
  async settled() {
    const { asked } = this;
    await until(() => this.asked > asked + 1);
  }
}

describe('DefaultClusterRegistry', () => {
  const logger = mockServices.logger.mock();
  let controller: AbortController;
  let running: Promise<void>;
  let opened: string[];
  let closed: string[];

  beforeEach(() => {
    controller = new AbortController();
    running = Promise.resolve();
    opened = [];
    closed = [];
    jest.clearAllMocks();
  });

  afterEach(async () => {
    controller.abort();
    await running;
  });

  function define(
    name: string,
    options: Partial<VeleroClusterDefinition> & { revision?: string } = {},
  ): VeleroClusterDefinition {
    const { revision = '1', ...rest } = options;
    return {
      name,
      access: {
        revision,
        openTransport: () => {
          opened.push(`${name}@${revision}`);
          return {
            request: async () => {
              throw new Error('Not in this test');
            },
            close: async () => {
              closed.push(`${name}@${revision}`);
            },
          };
        },
      },
      ...rest,
    };
  }

  function start(...sources: VeleroClusterSource[]) {
    const registry = new DefaultClusterRegistry({
      sources,
      logger,
      timing: { refreshInterval: 1, retryInterval: 1, sourceTimeout: 20 },
    });
    running = registry.run(controller.signal);
    return registry;
  }

  const namesOf = (registry: DefaultClusterRegistry) =>
    registry.current().map(({ name }) => name);

  it('joins what the sources know, in their order', async () => {
    const first = new TestSource('first', [define('a'), define('b')]);
    const second = new TestSource('second', [
      define('c', { title: 'C', veleroNamespaces: ['velero'] }),
      define('d', { access: { problem: 'No way there' } }),
    ]);
    const registry = start(first, second);
    await first.settled();
    await second.settled();
    expect(registry.current()).toEqual([
      { name: 'a', source: 'first', connection: expect.anything() },
      { name: 'b', source: 'first', connection: expect.anything() },
      {
        name: 'c',
        title: 'C',
        source: 'second',
        veleroNamespaces: ['velero'],
        connection: expect.anything(),
      },
      { name: 'd', source: 'second', problem: 'No way there' },
    ]);
  });

  it('says so when a name is used twice, and harms nobody', async () => {
    const first = new TestSource('first', [define('a'), define('b')]);
    const second = new TestSource('second', [define('b'), define('c')]);
    const registry = start(first, second);
    await first.settled();
    await second.settled();
    const problem =
      "'b' is configured more than once: that of 'first' is used, another one of 'second' is ignored";
    expect(registry.current()).toMatchObject([
      { name: 'a', problem: undefined },
      { name: 'b', source: 'first', problem, connection: expect.anything() },
      { name: 'c', problem: undefined },
    ]);
    expect(opened.filter(name => name === 'b@1')).toHaveLength(1);
    expect(logger.warn.mock.calls).toEqual([[`Cluster ${problem}`]]);
  });

  it('ignores clusters without a name', async () => {
    const source = new TestSource('odd', [
      define(''),
      define(' '),
      define('a'),
    ]);
    const registry = start(source);
    await source.settled();
    expect(namesOf(registry)).toEqual(['a']);
    expect(logger.warn.mock.calls).toEqual([
      ["A cluster of 'odd' is ignored: it has no name"],
    ]);
  });

  it('keeps the clusters of a source that fails, and says so once', async () => {
    const source = new TestSource('weak', [define('a')]);
    const registry = start(source);
    await source.settled();
    source.answer = new Error('Out of order');
    await source.settled();
    await source.settled();
    expect(namesOf(registry)).toEqual(['a']);
    source.answer = [define('b')];
    await until(() => namesOf(registry).join() === 'b');
    await source.settled();
    expect(logger.warn.mock.calls).toEqual([
      ["Cluster source 'weak' fails, its last clusters stay: Out of order"],
    ]);
    expect(logger.info.mock.calls).toEqual([
      ["Cluster source 'weak' works again"],
    ]);
  });

  it('does not wait for a source that hangs', async () => {
    const hanging: VeleroClusterSource = {
      id: 'hanging',
      listClusters: () => new Promise(() => {}),
    };
    const registry = start(hanging, new TestSource('quick', [define('a')]));
    await until(() => namesOf(registry).join() === 'a');
    await until(() => logger.warn.mock.calls.length > 0);
    expect(logger.warn.mock.calls[0][0]).toContain("'hanging' fails");
  });

  it('tells whether all sources have answered', async () => {
    const late = new TestSource('late', new Error('Not yet'));
    const quick = new TestSource('quick', []);
    const registry = start(late, quick);
    await quick.settled();
    expect(registry.isComplete()).toBe(false);
    late.answer = [];
    await late.settled();
    expect(registry.isComplete()).toBe(true);
  });

  it('goes on when a listener or the end of a connection fails', async () => {
    const source = new TestSource('a source', [
      define('a', {
        access: {
          revision: '1',
          openTransport: () => ({
            request: async () => {
              throw new Error('Not in this test');
            },
            close: async () => {
              throw new Error('Stuck');
            },
          }),
        },
      }),
    ]);
    const registry = start(source);
    await source.settled();
    registry.subscribe(() => {
      throw new Error('Deaf');
    });
    source.answer = [define('b')];
    await source.settled();
    expect(namesOf(registry)).toEqual(['b']);
    expect(logger.error.mock.calls).toEqual([
      ['A change of the clusters was not taken in: Deaf'],
    ]);
    expect(logger.warn.mock.calls).toEqual([
      ["The connection to cluster 'a' does not close: Stuck"],
    ]);
  });

  it('tells what changes, and nothing when nothing does', async () => {
    const source = new TestSource('a source', [define('a')]);
    const registry = start(source);
    const told: string[][] = [];
    const unsubscribe = registry.subscribe(() => told.push(namesOf(registry)));
    await source.settled();
    await source.settled();
    source.answer = [define('a'), define('b')];
    await source.settled();
    await source.settled();
    expect(told).toEqual([['a'], ['a', 'b']]);
    unsubscribe();
    source.answer = [];
    await source.settled();
    expect(told).toHaveLength(2);
  });

  it('keeps a connection while nothing about it changes', async () => {
    const source = new TestSource('a source', [define('a')]);
    const registry = start(source);
    await source.settled();
    const [before] = registry.current();
    source.answer = [define('a', { title: 'A' })];
    await source.settled();
    const [after] = registry.current();
    expect(after.title).toBe('A');
    expect(after.connection).toBe(before.connection);
    expect({ opened, closed }).toEqual({ opened: ['a@1'], closed: [] });
  });

  it('makes a connection anew when it changes, and closes those that are gone', async () => {
    const source = new TestSource('a source', [define('a'), define('b')]);
    const registry = start(source);
    await source.settled();
    const [before] = registry.current();
    const closedWhenTold: string[][] = [];
    registry.subscribe(() => closedWhenTold.push([...closed]));
    source.answer = [define('a', { revision: '2' })];
    await until(() => closed.length === 2);
    expect(registry.current()[0].connection).not.toBe(before.connection);
    expect(closed.sort()).toEqual(['a@1', 'b@1']);
    expect(closedWhenTold).toEqual([[]]);
  });

  it('tells why a connection cannot be made', async () => {
    const source = new TestSource('a source', [
      define('a', {
        access: {
          revision: '1',
          openTransport: () => {
            throw new Error('No driver');
          },
        },
      }),
      define('b'),
    ]);
    const registry = start(source);
    await source.settled();
    expect(registry.current()).toMatchObject([
      { name: 'a', problem: 'No driver', connection: undefined },
      { name: 'b', connection: expect.anything() },
    ]);
  });

  it('ends when told to, and closes everything', async () => {
    const source = new TestSource('a source', [define('a'), define('b')]);
    const registry = start(source);
    await source.settled();
    const listener = jest.fn();
    registry.subscribe(listener);
    controller.abort();
    await running;
    expect(closed.sort()).toEqual(['a@1', 'b@1']);
    expect(listener).not.toHaveBeenCalled();
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
