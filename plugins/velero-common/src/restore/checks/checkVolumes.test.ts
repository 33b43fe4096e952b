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

function inPlace(volume: Partial<SnapshotVolume>) {
  return (example: RestoreExample) => {
    having(volume)(example);
    example.snapshot.pairs[0].target = ownNamespace('prod-eu', 'shop');
  };
}

const KEPT =
  'warn: Claims and pods are left out: pods that come back would have files of the backup written over those in claims that are there → Restore to a new namespace to get the data of volumes';

const WRITTEN_OVER =
  'warn: Files in claims that are there are written over with those of the backup, for each pod that comes back; this cannot be undone → Stop what uses the claims before, or restore to a new namespace';

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
        'warn: Claims that are there keep the data that they have: snapshots are not put back into them → Restore to a new namespace to get the data of the backup',
        ...BACK,
      ],
    ],
    [
      'by files, where claims are that are to stay as they are',
      inPlace({ method: 'PodVolumeBackup' }),
      [KEPT],
    ],
    [
      'that nobody knows of, where claims are that are to stay as they are',
      example => {
        inPlace({})(example);
        example.snapshot.volumes = undefined;
      },
      [KEPT],
    ],
    [
      'by files, where claims are that may be changed',
      example => {
        inPlace({ method: 'PodVolumeBackup' })(example);
        example.wish.existing = 'update';
      },
      [WRITTEN_OVER, ...BACK],
    ],
    [
      'by files, where claims are, in a whole backup',
      example => {
        const { wish, snapshot } = example;
        inPlace({ method: 'PodVolumeBackup' })(example);
        wish.wholeBackup = 'nightly';
        snapshot.pairs = [];
        snapshot.whole = [ownNamespace('prod-eu', 'shop')];
        snapshot.requester.administrator = true;
      },
      [KEPT],
    ],
    [
      'by files, where claims are and no pods come back',
      example => {
        inPlace({ method: 'PodVolumeBackup' })(example);
        example.wish.kinds = ['persistentvolumeclaims'];
      },
      [
        'warn: Claims that are there keep the data that they have: snapshots are not put back into them → Restore to a new namespace to get the data of the backup',
        ...BACK,
      ],
    ],
    [
      'that the policy does not let be restored, where claims are',
      example => {
        inPlace({ method: 'PodVolumeBackup' })(example);
        example.policies[0].volumes = false;
      },
      [
        'stop: The policy does not let volumes be restored → Restore without volumes',
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
