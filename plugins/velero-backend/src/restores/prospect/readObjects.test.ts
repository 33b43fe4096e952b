import {
  ArtifactResource,
  RestoreSnapshot,
  RestoreVerdict,
  ServedKind,
} from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';
import { NamesReader } from './NamesReader';
import { readObjects } from './readObjects';

type ListNames = ClusterConnection['listNames'];

function served(resource: string, namespaced = true): ServedKind {
  const kind = resource.toUpperCase();
  return { group: '', version: 'v1', kind, resource, namespaced };
}

const gvk = (resource: string) => `v1/${resource.toUpperCase()}`;

const connections = new Map<ListNames, ClusterConnection>();

/** The same connection for the same function: what is kept belongs to it. */
function connectionOf(listNames: ListNames): ClusterConnection {
  const connection = { listNames } as Partial<ClusterConnection>;
  const known = connections.get(listNames) ?? (connection as ClusterConnection);
  connections.set(listNames, known);
  return known;
}

/** Reads what is there of some resources of namespace `shop`, which goes to a place that is there or not. */
async function read(options: {
  resources: string[];
  listNames: ListNames;
  uid?: string;
  names?: string[];
  left?: string[];
  controller?: AbortController;
  reader?: NamesReader;
}) {
  const { resources, listNames, uid, names = ['a', 'b'], left = [] } = options;
  const { controller = new AbortController() } = options;
  const { reader = new NamesReader() } = options;
  const snapshot = {
    cluster: { kinds: resources.map(resource => served(resource)) },
    pairs: [{ source: 'shop', target: { name: 'copy', uid } }],
  } as unknown as RestoreSnapshot;
  const verdict = {
    kinds: resources.map(resource => ({
      groupVersionKind: gvk(resource),
      resource,
      count: names.length,
      ...(left.includes(resource) && { left: 'policy' }),
    })),
  } as unknown as RestoreVerdict;
  const inBackup: ArtifactResource[] = resources.flatMap(resource => [
    { groupVersionKind: gvk(resource), namespace: 'elsewhere', name: 'a' },
    ...names.map(name => ({
      groupVersionKind: gvk(resource),
      namespace: 'shop',
      name,
    })),
  ]);
  return readObjects(
    {
      wish: {} as never,
      snapshot,
      verdict,
      connection: connectionOf(listNames),
      signal: controller.signal,
      caller: controller.signal,
      names: reader,
    },
    inBackup,
  );
}

describe('readObjects', () => {
  it('finds what is there on all pages, in the target', async () => {
    const listNames = jest.fn<ReturnType<ListNames>, Parameters<ListNames>>(
      async ({ continueToken }) =>
        continueToken ? { names: ['b'] } : { names: ['x'], continueToken: '2' },
    );
    const found = await read({
      resources: ['configmaps'],
      listNames,
      uid: '1',
    });
    expect(found).toEqual([
      {
        namespace: 'copy',
        resource: 'configmaps',
        count: 2,
        there: { value: ['b'] },
      },
    ]);
    expect(listNames.mock.calls.map(([{ namespace }]) => namespace)).toEqual([
      'copy',
      'copy',
    ]);
  });

  it.each<[string, { uid?: string; left?: string[] }, unknown[]]>([
    [
      'of a namespace that is new',
      {},
      [expect.objectContaining({ there: { value: [] } })],
    ],
    ['of kinds that are left out', { uid: '1', left: ['configmaps'] }, []],
  ])('asks for nothing %s', async (_name, options, expected) => {
    const listNames = jest.fn();
    const resources = ['configmaps'];
    expect(await read({ resources, listNames, ...options })).toEqual(expected);
    expect(listNames).not.toHaveBeenCalled();
  });

  it('never asks for Secrets', async () => {
    const listNames = jest.fn();
    const [{ there }] = await read({
      resources: ['secrets'],
      listNames,
      uid: '1',
    });
    expect(there.problem).toBe('the portal never lists Secrets');
    expect(listNames).not.toHaveBeenCalled();
  });

  it('says what it may not list, and what failed', async () => {
    const found = await read({
      resources: ['configmaps', 'pods'],
      uid: '1',
      listNames: async ({ kind }) => {
        throw new ClusterError(
          kind.resource === 'pods' ? 'forbidden' : 'unreachable',
          `No ${kind.resource}.`,
        );
      },
    });
    expect(found.map(({ there }) => there)).toEqual([
      { forbidden: false, problem: 'No configmaps' },
      { forbidden: true, problem: 'No pods' },
    ]);
  });

  it('gives up after some pages', async () => {
    const listNames = jest.fn(async () => ({
      names: ['a'],
      continueToken: 'more',
    }));
    const [{ there }] = await read({
      resources: ['configmaps'],
      listNames,
      uid: '1',
    });
    expect(there.problem).toContain('there are more than 10000 of them');
    expect(listNames).toHaveBeenCalledTimes(10);
  });

  it('makes a limited number of lists, a few at once', async () => {
    let running = 0;
    let most = 0;
    let lists = 0;
    const found = await read({
      resources: Array.from({ length: 70 }, (_, i) => `kind${i}`),
      uid: '1',
      listNames: async () => {
        lists += 1;
        running += 1;
        most = Math.max(most, running);
        await new Promise(resolve => setImmediate(resolve));
        running -= 1;
        return { names: [] };
      },
    });
    expect(lists).toBe(60);
    expect(most).toBe(8);
    expect(found.filter(({ there }) => there.problem)).toHaveLength(10);
  });

  it('asks once for what is asked soon again', async () => {
    const listNames = jest.fn(async () => ({ names: ['a'] }));
    const reader = new NamesReader();
    const question = { resources: ['configmaps'], listNames, uid: '1', reader };
    await read(question);
    const [{ there }] = await read({ ...question, names: ['a', 'c'] });
    expect(there.value).toEqual(['a']);
    expect(listNames).toHaveBeenCalledTimes(1);
  });

  it('ends when nobody waits any more', async () => {
    const controller = new AbortController();
    const reading = read({
      resources: ['configmaps'],
      uid: '1',
      controller,
      listNames: async () => {
        controller.abort(new Error('gone'));
        throw new Error('broken off');
      },
    });
    await expect(reading).rejects.toThrow('gone');
  });
});
