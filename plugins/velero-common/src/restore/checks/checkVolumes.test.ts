import {
  newNamespace,
  ownNamespace,
  RestoreExample,
} from '../__testUtils__/restoreExample';
import { isPassing } from '../isPassing';
import { SnapshotVolume } from '../RestoreSnapshot';
import { findingsOn, verdictOn } from '../__testUtils__/verdictOn';

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
  'warn: Claims and pods are left out: pods that come back would have files of the backup written over those in shop/data → Restore to a new namespace to get the data of volumes';

const MAY_BE_THERE =
  '. Whether these claims are there the portal may not look: have it get the bundle deploy/rbac/preview';

const WRITTEN_OVER =
  'warn: Files in shop/data are written over with those of the backup, for each pod that comes back; this cannot be undone → Stop what uses the claims before, or restore to a new namespace';

const UNTOUCHED =
  'warn: Claims that are there keep the data that they have: snapshots are not put back into them → Restore to a new namespace to get the data of the backup';

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
      [UNTOUCHED, ...BACK],
    ],
    [
      'by files, where claims are that are to stay as they are',
      inPlace({ method: 'PodVolumeBackup', there: true }),
      [KEPT],
    ],
    [
      'by files, where claims may be that are to stay as they are',
      inPlace({ method: 'PodVolumeBackup' }),
      [`${KEPT}${MAY_BE_THERE}`],
    ],
    [
      'by files, where the namespace is there, and its claim is not',
      inPlace({ method: 'PodVolumeBackup', there: false }),
      [UNTOUCHED, ...BACK],
    ],
    [
      'by files, to a new namespace, beside one that is there',
      example => {
        inPlace({ method: 'PodVolumeBackup' })(example);
        const { snapshot } = example;
        snapshot.backup!.selection = { includes: [], excludes: [] };
        snapshot.volumes![0].namespace = 'docs';
        snapshot.pairs.push({
          source: 'docs',
          target: newNamespace('prod-eu', 'docs-restore-1'),
          origins: [ownNamespace('prod-eu', 'docs')],
        });
      },
      [UNTOUCHED, 'ok: The data of claim docs/data comes back'],
    ],
    [
      'by files, of more claims than anybody reads',
      example => {
        inPlace({})(example);
        example.snapshot.volumes = [1, 2, 3, 4, 5, 6, 7].map(number => ({
          namespace: 'shop',
          claim: `data-${number}`,
          method: 'PodVolumeBackup',
          dataMoved: false,
          there: true,
        }));
      },
      [
        KEPT.replace(
          'shop/data ',
          'shop/data-1, shop/data-2, shop/data-3, shop/data-4, shop/data-5, 2 more ',
        ),
      ],
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
      [`${KEPT}${MAY_BE_THERE}`],
    ],
    [
      'by files, where claims are and no pods come back',
      example => {
        inPlace({ method: 'PodVolumeBackup' })(example);
        example.wish.kinds = ['persistentvolumeclaims'];
      },
      [UNTOUCHED, ...BACK],
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

  it.each<[string, 'none' | 'update', boolean]>([
    ['waits', 'none', false],
    ['does not wait', 'update', true],
  ])(
    '%s for volumes that cannot be read now, where objects that are there may change: %s',
    (_name, existing, allow) => {
      const verdict = verdictOn(example => {
        inPlace({})(example);
        example.snapshot.volumes = undefined;
        example.wish.existing = existing;
        example.policies[0].existing.update = { approvals: [] };
      });
      expect(verdict.allow).toBe(allow);
      expect(isPassing(verdict)).toBe(true);
    },
  );

  it('keeps claims and pods out of what Velero is asked for, and only then', () => {
    const namesOf = (there: boolean) =>
      verdictOn(example => {
        inPlace({ method: 'PodVolumeBackup', there })(example);
        example.snapshot.contents.kinds = [
          'ConfigMap',
          'Pod',
          'PersistentVolumeClaim',
        ].map(kind => ({ groupVersionKind: `v1/${kind}`, count: 1 }));
      }).spec?.includedResources;
    expect(namesOf(true)).toEqual(['configmaps']);
    expect(namesOf(false)).toEqual(
      expect.arrayContaining(['configmaps', 'persistentvolumeclaims', 'pods']),
    );
  });
});
