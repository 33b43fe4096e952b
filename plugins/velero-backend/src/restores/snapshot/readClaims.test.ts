import { SnapshotVolume } from 'backstage-plugin-velero-common';
import {
  ClusterConnection,
  ListNamesOptions,
} from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';
import { ClaimTarget, readClaims } from './readClaims';

const volume = (
  namespace: string,
  claim: string,
  method: SnapshotVolume['method'] = 'PodVolumeBackup',
): SnapshotVolume => ({ namespace, claim, method, dataMoved: false });

const to = (source: string, name: string, uid?: string): ClaimTarget => ({
  source,
  target: {
    ...{ cluster: 'eu', name, uid, terminating: false, proven: true },
    ...{ owners: [], people: [] },
  },
});

/** Asks a cluster in which each namespace has the claim `data`, if not said otherwise. */
async function asked(
  volumes: SnapshotVolume[],
  targets: ClaimTarget[],
  listNames: ClusterConnection['listNames'] = async () => ({ names: ['data'] }),
) {
  const lists: ListNamesOptions[] = [];
  const connection = {
    listNames: (options: ListNamesOptions) => {
      lists.push(options);
      return listNames(options);
    },
  } as ClusterConnection;
  const signal = AbortSignal.timeout(5_000);
  const found = await readClaims({ volumes, targets, connection, signal });
  return {
    there: found.map(({ there }) => there),
    lists: lists.map(({ kind, namespace }) => `${kind.resource} ${namespace}`),
  };
}

describe('readClaims', () => {
  it('tells of files which claims are there, by where they go', async () => {
    const volumes = [volume('shop', 'data'), volume('shop', 'logs')];
    await expect(asked(volumes, [to('shop', 'web', 'u')])).resolves.toEqual({
      there: [true, false],
      lists: ['persistentvolumeclaims web'],
    });
  });

  it.each<[string, SnapshotVolume, ClaimTarget]>([
    ['the target is new', volume('shop', 'data'), to('shop', 'web')],
    [
      'nothing is written through pods',
      volume('shop', 'data', 'CSISnapshot'),
      to('shop', 'web', 'u'),
    ],
    [
      'the files are of another namespace',
      volume('docs', 'data'),
      to('shop', 'web', 'u'),
    ],
  ])('asks for nothing where %s', async (_name, one, target) => {
    await expect(asked([one], [target])).resolves.toEqual({
      there: [undefined],
      lists: [],
    });
  });

  it.each<[string, Error]>([
    ['may not list them', new ClusterError('forbidden', 'no')],
    ['finds more than it reads', new Error('there are more')],
  ])('does not know where it %s', async (_name, error) => {
    const { there } = await asked(
      [volume('shop', 'data')],
      [to('shop', 'web', 'u')],
      async () => {
        throw error;
      },
    );
    expect(there).toEqual([undefined]);
  });

  it('does not take a cluster that does not answer for one that forbids it', async () => {
    const question = asked(
      [volume('shop', 'data')],
      [to('shop', 'web', 'u')],
      async () => {
        throw new ClusterError('unreachable', 'away');
      },
    );
    await expect(question).rejects.toThrow('away');
  });
});
