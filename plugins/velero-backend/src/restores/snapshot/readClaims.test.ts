import { SnapshotNamespace } from 'backstage-plugin-velero-common';
import {
  ClusterConnection,
  ListNamesOptions,
} from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';
import { readClaims } from './readClaims';

const namespace = (name: string, uid?: string): SnapshotNamespace => ({
  ...{ cluster: 'eu', name, uid, terminating: false, proven: true },
  ...{ owners: [], people: [] },
});

/** Asks a cluster which of the namespaces have claims. */
async function asked(
  namespaces: SnapshotNamespace[],
  claimsIn: (namespace?: string) => string[],
) {
  const lists: string[] = [];
  const connection = {
    listNames: async ({ kind, namespace: name, limit }: ListNamesOptions) => {
      lists.push(`${kind.resource} ${name} ${limit}`);
      return { names: claimsIn(name) };
    },
  } as ClusterConnection;
  const signal = AbortSignal.timeout(5_000);
  const found = await readClaims({ namespaces, connection, signal });
  return { holds: found.map(({ holdsClaims }) => holdsClaims), lists };
}

function failing(kind: 'forbidden' | 'unreachable') {
  return () => {
    throw new ClusterError(kind, 'no');
  };
}

describe('readClaims', () => {
  it('tells which namespaces have claims, by one of each', async () => {
    const namespaces = [namespace('shop', 'a'), namespace('docs', 'b')];
    await expect(
      asked(namespaces, name => (name === 'shop' ? ['data'] : [])),
    ).resolves.toEqual({
      holds: [true, false],
      lists: ['persistentvolumeclaims shop 1', 'persistentvolumeclaims docs 1'],
    });
  });

  it('asks for nothing of a namespace that is not there', async () => {
    await expect(asked([namespace('new')], () => ['data'])).resolves.toEqual({
      holds: [undefined],
      lists: [],
    });
  });

  it('does not know where the portal may not list them', async () => {
    const { holds } = await asked(
      [namespace('shop', 'a')],
      failing('forbidden'),
    );
    expect(holds).toEqual([undefined]);
  });

  it('does not take a cluster that does not answer for one that forbids it', async () => {
    await expect(
      asked([namespace('shop', 'a')], failing('unreachable')),
    ).rejects.toThrow('no');
  });
});
