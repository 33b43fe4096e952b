import { factOn, ProspectChange } from '../../__testUtils__/prospectOn';
import { SnapshotVolume } from '../../RestoreSnapshot';
import { RestoreFact } from '../RestoreFact';

const GiB = 2 ** 30;

function volume(
  bytes: number | undefined,
  more: Partial<SnapshotVolume> = {},
): SnapshotVolume {
  return {
    namespace: 'shop',
    claim: 'data',
    method: 'PodVolumeBackup',
    dataMoved: false,
    ...(bytes !== undefined && { bytes }),
    ...more,
  };
}

const withVolumes =
  (...volumes: SnapshotVolume[]): ProspectChange =>
  ({ snapshot }) => {
    snapshot.volumes = volumes;
  };

describe('factOfAge', () => {
  it('tells how old the data is', () => {
    expect(factOn(() => {}, 'age')).toEqual({
      id: 'age',
      known: true,
      words: 'From 10 hours ago: what was changed since is not in the backup',
      seconds: 36_000,
    });
  });

  it('tells when nobody knows', () => {
    const fact = factOn(({ snapshot }) => {
      snapshot.backup!.startedAt = undefined;
      snapshot.requester.administrator = true;
    }, 'age');
    expect(fact).toMatchObject({ known: false });
  });
});

describe('factOfSize', () => {
  it.each<[string, ProspectChange, Omit<RestoreFact, 'id'>]>([
    [
      'none',
      () => {},
      { known: true, words: 'No data of volumes comes back', bytes: 0 },
    ],
    [
      'two',
      withVolumes(volume(GiB), volume(GiB / 2)),
      { known: true, words: '1.5 GiB in 2 volumes', bytes: 1.5 * GiB },
    ],
    [
      'one that was not saved',
      withVolumes(volume(GiB), volume(GiB, { method: undefined })),
      { known: true, words: '1 GiB in 1 volume', bytes: GiB },
    ],
    [
      'some of which one has no size',
      withVolumes(volume(GiB), volume(undefined), volume(0)),
      {
        known: true,
        words:
          'At least 1 GiB in 3 volumes; the size of 1 of them is not known',
        bytes: GiB,
      },
    ],
    [
      'those without a size',
      withVolumes(volume(undefined)),
      {
        known: false,
        words: 'Not known: Velero does not say how much is in 1 volume',
      },
    ],
    [
      'those that nobody knows',
      ({ snapshot }) => {
        snapshot.volumes = undefined;
      },
      {
        known: false,
        words:
          'Not known: the list of the volumes in the backup cannot be read',
      },
    ],
    [
      'those that are left out',
      example => {
        withVolumes(volume(GiB))(example);
        example.wish.volumes = 'none';
      },
      { known: true, words: 'No data of volumes comes back', bytes: 0 },
    ],
  ])('sums up the volumes: %s', (_name, change, expected) => {
    expect(factOn(change, 'size')).toEqual({ id: 'size', ...expected });
  });
});

describe('factOfCost', () => {
  const at =
    (provider: string, endpoint?: string): ProspectChange =>
    ({ snapshot }) => {
      Object.assign(snapshot.location!, { provider, endpoint });
    };

  const both =
    (...changes: ProspectChange[]): ProspectChange =>
    example =>
      changes.forEach(change => change(example));

  const AWS =
    'if the cluster is not in its region. An estimate by its list price of 0.09 USD a GB, first 100 GB a month free (2026-11)';

  it.each<[string, ProspectChange, string, number | undefined]>([
    [
      'a store that nobody knows',
      at('aws', 'https://minio.example.com'),
      'Not known: the prices of this store are not known to the portal',
      undefined,
    ],
    [
      'a location that is gone',
      ({ snapshot }) => {
        snapshot.location = undefined;
      },
      'Not known: the prices of this store are not known to the portal',
      undefined,
    ],
    [
      'one that takes nothing',
      both(
        at('aws', 'https://0123.r2.cloudflarestorage.com'),
        withVolumes(volume(undefined)),
      ),
      'Nothing: Cloudflare R2 is free to read from',
      0,
    ],
    [
      'one that takes something',
      both(at('aws'), withVolumes(volume(10e9), volume(2e9))),
      `About 1.08 USD for reading 11 GiB from AWS S3, ${AWS}`,
      1.08,
    ],
    [
      'one that takes something, where nothing is read',
      at('aws'),
      'Nothing: no data of volumes is read from AWS S3',
      0,
    ],
    [
      'very little',
      both(at('aws'), withVolumes(volume(1_000))),
      `Less than 0.01 USD for reading 1000 B from AWS S3, ${AWS}`,
      0,
    ],
    [
      'snapshots that are not in the store',
      both(
        at('aws'),
        withVolumes(
          volume(10e9, { method: 'CSISnapshot' }),
          volume(1e9, { method: 'CSISnapshot', dataMoved: true }),
        ),
      ),
      `About 0.09 USD for reading 954 MiB from AWS S3, ${AWS}`,
      0.09,
    ],
    [
      'a volume of unknown size',
      both(at('aws'), withVolumes(volume(1e9), volume(undefined))),
      'Not known: the size of a volume is not known',
      undefined,
    ],
    [
      'volumes that nobody knows',
      both(at('aws'), ({ snapshot }) => {
        snapshot.volumes = undefined;
      }),
      'Not known: the volumes in the backup are not known',
      undefined,
    ],
    [
      'a price that depends on the region',
      at('huawei.com/huaweicloud'),
      'Not known: what Huawei OBS takes depends on the region',
      undefined,
    ],
  ])('estimates what reading costs from %s', (_name, change, words, amount) => {
    const source = expect.stringMatching(/^https:/);
    expect(factOn(change, 'cost')).toEqual({
      id: 'cost',
      known: amount !== undefined,
      words,
      ...(amount !== undefined && {
        price: { amount, currency: 'USD' },
        source,
      }),
    });
  });
});
