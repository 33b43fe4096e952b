import { ownNamespace, RestoreExample } from '../__testUtils__/restoreExample';
import { SnapshotVolume } from '../RestoreSnapshot';
import { findingsOn } from '../__testUtils__/verdictOn';

function having(volume: Partial<SnapshotVolume> = {}) {
  return ({ snapshot }: RestoreExample) => {
    snapshot.volumes = [
      { namespace: 'shop', claim: 'data', dataMoved: false, ...volume },
    ];
  };
}

function elsewhere(volume: Partial<SnapshotVolume>) {
  return (example: RestoreExample) => {
    having(volume)(example);
    example.snapshot.pairs[0].origins = [ownNamespace('prod-us', 'shop')];
  };
}

const BACK = ['ok: The data of claim shop/data comes back'];
const FAR = [
  'warn: The data of claim shop/data is a snapshot in the cloud of the cluster that made it, which another cluster may not reach',
];

describe('checkVolumes', () => {
  it.each<[string, (example: RestoreExample) => void, string[]]>([
    ['none', () => {}, []],
    [
      'left out',
      ({ wish }) => {
        wish.volumes = 'none';
      },
      [
        'ok: Volumes are left out by choice, and with them claims and pods; controllers make their pods anew, which wait for claims that are not there',
      ],
    ],
    [
      'that the policy does not let be restored',
      example => {
        having({ method: 'CSISnapshot' })(example);
        example.policies[0].volumes = false;
      },
      [
        'stop: The policy does not let volumes be restored → Restore without volumes',
      ],
    ],
    [
      'that nobody knows of',
      ({ snapshot }) => {
        snapshot.volumes = undefined;
      },
      ['warn: It is not known which volumes are in the backup'],
    ],
    [
      'without data',
      having(),
      [
        'warn: The data of claim shop/data was not saved: it comes back empty, or with the disk that it had',
      ],
    ],
    ['by files', having({ method: 'PodVolumeBackup' }), BACK],
    ['by a snapshot', having({ method: 'CSISnapshot' }), BACK],
    [
      'by files, of another cluster',
      elsewhere({ method: 'PodVolumeBackup' }),
      BACK,
    ],
    [
      'by a snapshot that was moved, of another cluster',
      elsewhere({ method: 'CSISnapshot', dataMoved: true }),
      BACK,
    ],
    [
      'by a snapshot, of another cluster',
      elsewhere({ method: 'CSISnapshot' }),
      FAR,
    ],
    [
      'by a native snapshot, of another cluster',
      elsewhere({ method: 'NativeSnapshot' }),
      FAR,
    ],
    [
      'where claims are',
      example => {
        having({ method: 'CSISnapshot' })(example);
        example.snapshot.pairs[0].target = ownNamespace('prod-eu', 'shop');
      },
      [
        'warn: Claims that are there keep the data that they have: Velero never puts data back into them → Restore to a new namespace to get the data of the backup',
        ...BACK,
      ],
    ],
    [
      'none, where claims may be',
      ({ snapshot }) => {
        snapshot.pairs[0].target = ownNamespace('prod-eu', 'shop');
      },
      [],
    ],
  ])('judges volumes: %s', (_name, change, expected) => {
    expect(findingsOn(change, 'volumes')).toEqual(expected);
  });
});
