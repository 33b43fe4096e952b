import { verdictOn } from './__testUtils__/verdictOn';
import {
  noNamespace,
  ownNamespace,
  RestoreExample,
  restoreExample,
} from './__testUtils__/restoreExample';
import { bindingOf, differencesOf, RestoreBinding } from './RestoreBinding';
import { evaluateRestore } from './evaluateRestore';

function bound(change: (example: RestoreExample) => void = () => {}) {
  const example = restoreExample();
  change(example);
  const { spec, policy } = evaluateRestore(example);
  return bindingOf({
    veleroNamespace: example.wish.backup.veleroNamespace,
    snapshot: example.snapshot,
    spec: spec!,
    policy: policy!,
  });
}

describe('RestoreBinding', () => {
  it('binds all namespaces of a whole backup', () => {
    const whole =
      (uid: string) =>
      ({ wish, snapshot }: RestoreExample) => {
        wish.wholeBackup = 'nightly';
        snapshot.requester.administrator = true;
        snapshot.pairs = [];
        snapshot.whole = [
          ownNamespace('prod-eu', 'shop', uid),
          noNamespace('prod-eu', 'docs'),
        ];
      };
    expect(bound(whole('first')).namespaces).toEqual({
      'prod-eu/shop': 'first',
      'prod-eu/docs': 'absent',
    });
    expect(differencesOf(bound(whole('first')), bound(whole('other')))).toEqual(
      ['namespace prod-eu/shop'],
    );
  });

  it('finds nothing where all is as it was', () => {
    expect(differencesOf(bound(), bound())).toEqual([]);
    expect(verdictOn().allow).toBe(true);
  });

  it('binds what the restore depends on', () => {
    expect(bound()).toEqual({
      cluster: { name: 'prod-eu', identity: 'uid-of-kube-system' },
      veleroNamespace: 'velero',
      backup: {
        name: 'nightly',
        uid: 'uid-of-backup',
        startedAt: '2026-11-29T02:00:00Z',
        completedAt: '2026-11-29T02:01:00Z',
      },
      location: {
        name: 'archive',
        uid: 'uid-of-location',
        provider: 'aws',
        endpoint: undefined,
        bucket: 'shop-backups',
        prefix: 'prod-eu',
      },
      namespaces: {
        'prod-eu/shop': 'prod-eu-shop',
        'prod-eu/shop-restore-1': 'absent',
      },
      policy: expect.objectContaining({ id: 'default' }),
      spec: expect.objectContaining({ backupName: 'nightly' }),
    });
  });

  it.each<[string, (example: RestoreExample) => void, string[]]>([
    [
      'another cluster under the same name',
      ({ snapshot }) => {
        snapshot.cluster.identity = 'other';
      },
      ['the cluster itself'],
    ],
    [
      'a backup made anew',
      ({ snapshot }) => {
        snapshot.backup!.uid = 'other';
      },
      ['the backup'],
    ],
    [
      'another run under the same name and uid',
      ({ snapshot }) => {
        snapshot.backup!.completedAt = '2026-11-29T03:01:00Z';
      },
      ['the backup'],
    ],
    [
      'a location that points elsewhere',
      ({ snapshot }) => {
        snapshot.location!.prefix = 'other';
      },
      ['the storage location'],
    ],
    [
      'a namespace made anew',
      ({ snapshot }) => {
        snapshot.pairs[0].origins[0].uid = 'other';
      },
      ['namespace prod-eu/shop'],
    ],
    [
      'a policy that was changed, even without effect',
      ({ policies }) => {
        policies[0].window += 1;
      },
      ['the policy'],
    ],
    [
      'other modifiers',
      ({ wish, policies, snapshot }) => {
        wish.modifier = 'smaller';
        policies[0].modifiers = ['smaller'];
        snapshot.modifier = { name: 'smaller', digest: 'abc' };
      },
      ['the policy', 'the resource modifiers', 'what would be restored'],
    ],
    [
      'other objects',
      ({ snapshot }) => {
        snapshot.contents.kinds!.push({
          groupVersionKind: 'v1/Secret',
          count: 1,
        });
      },
      ['what would be restored'],
    ],
  ])('notices %s', (_name, change, expected) => {
    expect(differencesOf(bound(), bound(change))).toEqual(expected);
  });

  it('names all namespaces that were made, or are not there any more', () => {
    const { snapshot } = restoreExample();
    const approved = bound();
    snapshot.pairs[0].target.uid = 'new';
    snapshot.pairs[0].origins[0].uid = undefined;
    expect(
      differencesOf(approved, bindingOf({ ...approved, snapshot })),
    ).toEqual(['namespace prod-eu/shop, prod-eu/shop-restore-1']);
  });

  it('notices that other namespaces are concerned', () => {
    const [one, two] = [bound(), bound()];
    two.namespaces['prod-us/shop'] = 'uid';
    expect(differencesOf(one, two)).toEqual(['namespace prod-us/shop']);
    expect(differencesOf(two, one)).toEqual(['namespace prod-us/shop']);
  });

  it('notices that backup and location are gone, whatever is left', () => {
    const { snapshot } = restoreExample();
    const approved = bound();
    const { backup, location, ...left } = snapshot;
    const now = bindingOf({ ...approved, snapshot: left });
    expect(differencesOf(approved, now)).toEqual([
      'the backup',
      'the storage location',
    ]);
  });

  it('notices another Velero', () => {
    const other: RestoreBinding = { ...bound(), veleroNamespace: 'backup' };
    expect(differencesOf(bound(), other)).toEqual(['the namespace of Velero']);
  });

  it('minds no order of keys, and no numbers that change by themselves', () => {
    const stored: RestoreBinding = JSON.parse(JSON.stringify(bound()));
    const now = bound(({ snapshot }) => {
      snapshot.now = '2026-11-29T13:00:00Z';
      snapshot.usage.openOfUser = 3;
      snapshot.contents.kinds![0].count = 3;
    });
    const reversed = Object.fromEntries(Object.entries(stored).reverse());
    expect(differencesOf(reversed as typeof stored, now)).toEqual([]);
  });
});
