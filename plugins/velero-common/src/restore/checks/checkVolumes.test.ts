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

/** With a pod in the backup, into a namespace that is there. */
function inPlace(volume: Partial<SnapshotVolume>, holdsClaims?: boolean) {
  return (example: RestoreExample) => {
    having(volume)(example);
    const { pairs, contents } = example.snapshot;
    pairs[0].target = { ...ownNamespace('prod-eu', 'shop'), holdsClaims };
    contents.kinds = ['ConfigMap', 'Pod', 'PersistentVolumeClaim'].map(
      kind => ({ groupVersionKind: `v1/${kind}`, count: 1 }),
    );
  };
}

const KEPT =
  'are left out: for pods that come back Velero would write files of the backup over those in claims that are there → Restore to a new namespace to get the data of volumes';

const MAY_BE_THERE =
  '. Whether there are claims the portal may not look: have it get the bundle deploy/rbac/preview';

const WRITTEN_OVER =
  'warn: Files in claims that are there are written over with those of the backup, for each pod that comes back; this cannot be undone → Stop what uses the claims before, or restore to a new namespace';

const UNTOUCHED =
  'warn: Claims that are there keep the data that they have: snapshots are not put back into them → Restore to a new namespace to get the data of the backup';

const BACK = ['ok: The data of claim shop/data comes back'];
const FAR = [
  'warn: The data of claim shop/data is a snapshot in the cloud of the cluster that made it, which another cluster may not reach',
];

const CLAIMS = ['configmaps', 'persistentvolumeclaims'];

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
      inPlace({ method: 'PodVolumeBackup' }, true),
      [`warn: Claims and pods ${KEPT}`],
    ],
    [
      'by files, where claims may be that are to stay as they are',
      inPlace({ method: 'PodVolumeBackup' }),
      [`warn: Claims and pods ${KEPT}${MAY_BE_THERE}`],
    ],
    [
      'by a snapshot, where there are claims whose files may have been saved, too',
      inPlace({ method: 'CSISnapshot' }, true),
      [`warn: Pods ${KEPT}`, ...BACK],
    ],
    [
      'by files, where the namespace is there, and no claim is',
      inPlace({ method: 'PodVolumeBackup' }, false),
      [UNTOUCHED, ...BACK],
    ],
    [
      'by files, to a new namespace, beside one that has claims',
      example => {
        inPlace({ method: 'PodVolumeBackup' }, true)(example);
        const { snapshot } = example;
        snapshot.backup!.selection = { includes: [], excludes: [] };
        snapshot.volumes![0].namespace = 'docs';
        snapshot.pairs.push({
          source: 'docs',
          target: newNamespace('prod-eu', 'docs-restore-1'),
          origins: [ownNamespace('prod-eu', 'docs')],
        });
      },
      [`warn: Claims and pods ${KEPT}`],
    ],
    [
      'by files, where claims are that may be changed',
      example => {
        inPlace({ method: 'PodVolumeBackup' }, true)(example);
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
        snapshot.whole = [
          { ...ownNamespace('prod-eu', 'shop'), holdsClaims: true },
        ];
        snapshot.requester.administrator = true;
      },
      [`warn: Claims and pods ${KEPT}`],
    ],
    [
      'by files, where claims are and no pods are wished',
      example => {
        inPlace({ method: 'PodVolumeBackup' }, true)(example);
        example.wish.kinds = ['persistentvolumeclaims'];
      },
      [UNTOUCHED, ...BACK],
    ],
    [
      'by files, where claims are and no pods are in the backup',
      example => {
        inPlace({ method: 'PodVolumeBackup' }, true)(example);
        example.snapshot.contents.kinds!.splice(1, 1);
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

  it.each<[string, SnapshotVolume['method'], boolean | undefined, string[]]>([
    ['with their pods', 'PodVolumeBackup', true, ['configmaps']],
    ['with their pods', 'PodVolumeBackup', undefined, ['configmaps']],
    ['but not claims', 'CSISnapshot', true, [...CLAIMS]],
    ['but not claims', undefined, true, [...CLAIMS]],
    ['nor', 'PodVolumeBackup', false, [...CLAIMS, 'pods']],
  ])(
    'keeps pods out of what Velero is asked for, %s, of %s where there are claims: %s',
    (_name, method, holdsClaims, kinds) => {
      const { spec } = verdictOn(inPlace({ method }, holdsClaims));
      const behind = /^(persistentvolumes|volumesnapshotcontents)/;
      expect(
        spec?.includedResources.filter(kind => !behind.test(kind)),
      ).toEqual(kinds);
    },
  );
});
