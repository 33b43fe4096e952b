import {
  newNamespace,
  ownNamespace,
  RestoreExample,
} from './__testUtils__/restoreExample';
import { verdictOn } from './__testUtils__/verdictOn';
import { ApprovalRule } from './policy/RestorePolicy';
import { RestoreSpec } from './restoreSpecOf';

type Change = (example: RestoreExample) => void;

const SPEC: RestoreSpec = {
  backupName: 'nightly',
  includedNamespaces: ['shop'],
  namespaceMapping: { shop: 'shop-restore-1' },
  includedResources: ['configmaps', 'deployments.apps'],
  restorePVs: true,
  existingResourcePolicy: 'none',
  itemOperationTimeout: '4h0m0s',
};

const inPlace: Change = ({ snapshot }) => {
  snapshot.pairs[0].target = ownNamespace('prod-eu', 'shop');
};

const elsewhere: Change = ({ snapshot }) => {
  snapshot.pairs[0].origins = [ownNamespace('prod-us', 'shop')];
};

const updating: Change = ({ wish, policies }) => {
  wish.existing = 'update';
  policies[0].existing = {
    update: { approvals: [{ from: ['group:default/sre'], count: 2 }] },
  };
};

const ONE_OTHER: ApprovalRule = { from: ['owner', 'platform'], count: 1 };
const PLATFORM: ApprovalRule = { from: ['platform'], count: 1 };

describe('evaluateRestore', () => {
  it.each<[string, Change, Partial<Record<keyof RestoreSpec, unknown>>]>([
    ['into a new namespace', () => {}, SPEC],
    ['in place', inPlace, { ...SPEC, namespaceMapping: undefined }],
    [
      'of two namespaces',
      ({ snapshot }) => {
        snapshot.backup!.selection = { includes: ['*'], excludes: [] };
        snapshot.pairs.unshift({
          source: 'web',
          target: newNamespace('prod-eu', 'web-restore-1'),
          origins: [ownNamespace('prod-eu', 'web')],
        });
      },
      {
        ...SPEC,
        includedNamespaces: ['shop', 'web'],
        namespaceMapping: { shop: 'shop-restore-1', web: 'web-restore-1' },
      },
    ],
    [
      'without volumes',
      ({ wish, snapshot }) => {
        wish.volumes = 'none';
        snapshot.contents.kinds!.push(
          { groupVersionKind: 'v1/PersistentVolumeClaim', count: 1 },
          { groupVersionKind: 'v1/PersistentVolume', count: 1 },
          { groupVersionKind: 'v1/Pod', count: 1 },
          {
            groupVersionKind: 'snapshot.storage.k8s.io/v1/VolumeSnapshot',
            count: 1,
          },
        );
      },
      { ...SPEC, restorePVs: false, includeClusterResources: false },
    ],
    [
      'with volumes',
      ({ snapshot }) => {
        snapshot.contents.kinds!.push({
          groupVersionKind: 'v1/PersistentVolumeClaim',
          count: 1,
        });
      },
      {
        ...SPEC,
        includedResources: [
          'configmaps',
          'deployments.apps',
          'persistentvolumeclaims',
          'persistentvolumes',
          'volumesnapshotcontents.snapshot.storage.k8s.io',
        ],
      },
    ],
    [
      'of some kinds',
      ({ wish }) => {
        wish.kinds = ['configmaps'];
      },
      { ...SPEC, includedResources: ['configmaps'] },
    ],
    [
      'of some labels',
      ({ wish }) => {
        wish.labels = { app: 'shop' };
      },
      { ...SPEC, labelSelector: { matchLabels: { app: 'shop' } } },
    ],
    [
      'with modifiers',
      ({ wish, policies, snapshot }) => {
        wish.modifier = 'smaller';
        policies[0].modifiers = ['smaller'];
        snapshot.modifier = { name: 'smaller', digest: 'abc' };
      },
      { ...SPEC, resourceModifier: { kind: 'ConfigMap', name: 'smaller' } },
    ],
    [
      'over what is there',
      updating,
      { ...SPEC, existingResourcePolicy: 'update' },
    ],
  ])('asks Velero for a restore %s', (_name, change, expected) => {
    const { spec, allow, reasons } = verdictOn(change);
    expect({ allow, reasons }).toEqual({ allow: true, reasons: [] });
    expect(spec).toEqual(expected);
  });

  it('makes no spec of what it refuses', () => {
    const verdict = verdictOn(({ snapshot }) => {
      snapshot.backup!.phase = 'Failed';
    });
    expect(verdict.allow).toBe(false);
    expect(verdict).not.toHaveProperty('spec');
    expect(verdict.reasons).toEqual([
      "Backup 'nightly' ended as Failed: there is nothing in it that could be restored",
    ]);
  });

  it('builds the spec out of what was proven, not of what was asked for', () => {
    const { spec } = verdictOn(({ wish }) => {
      wish.namespaces = [{ source: 'bank', target: 'shop-restore-1' }];
    });
    expect(spec?.includedNamespaces).toEqual(['shop']);
  });

  it.each<[string, Change, ApprovalRule[]]>([
    ['into a new namespace', () => {}, []],
    ['in place', inPlace, [ONE_OTHER]],
    [
      'into another namespace that is there',
      ({ snapshot }) => {
        snapshot.pairs[0].target = ownNamespace('prod-eu', 'docs');
      },
      [ONE_OTHER],
    ],
    ['of another cluster', elsewhere, [PLATFORM]],
    [
      'of another cluster into a namespace of the same name',
      example => {
        elsewhere(example);
        inPlace(example);
      },
      [ONE_OTHER, PLATFORM],
    ],
    [
      'over what is there',
      updating,
      [{ from: ['group:default/sre'], count: 2 }],
    ],
    [
      'of all of a backup',
      ({ wish, snapshot }) => {
        wish.wholeBackup = 'nightly';
        snapshot.pairs = [];
        snapshot.requester.administrator = true;
      },
      [PLATFORM],
    ],
    [
      'that asks for the same twice',
      example => {
        elsewhere(example);
        example.policies[0].destinations.newNamespace!.approvals = [PLATFORM];
      },
      [PLATFORM],
    ],
    [
      'that asks for the same in another order',
      example => {
        elsewhere(example);
        const { newNamespace: place, otherClusters } =
          example.policies[0].destinations;
        place!.approvals = [{ from: ['platform', 'owner'], count: 1 }];
        otherClusters!.approvals = [ONE_OTHER];
      },
      [ONE_OTHER],
    ],
    [
      'that asks for different numbers',
      example => {
        elsewhere(example);
        example.policies[0].destinations.newNamespace!.approvals = [
          { from: ['platform'], count: 2 },
        ];
      },
      [{ from: ['platform'], count: 2 }, PLATFORM],
    ],
  ])('asks for consent to a restore %s', (_name, change, expected) => {
    expect(verdictOn(change).approvals).toEqual(expected);
  });

  it('names the policy that decides', () => {
    expect(verdictOn().checks[0]).toEqual({
      id: 'policy',
      level: 'ok',
      message: "Policy 'default' decides",
    });
    const titled = verdictOn(({ policies }) => {
      policies[0].title = 'Everyday';
    });
    expect(titled.checks[0].message).toBe("Policy 'Everyday' decides");
    expect(titled.policy?.id).toBe('default');
  });

  it('refuses what no policy is for', () => {
    expect(
      verdictOn(({ policies }) => {
        policies[0].match = { clusters: ['test-*'] };
      }),
    ).toEqual({
      allow: false,
      checks: [
        {
          id: 'policy',
          level: 'stop',
          message: 'No policy lets this be restored',
          remedy: 'Ask an administrator of the portal',
        },
      ],
      reasons: ['No policy lets this be restored'],
      approvals: [],
      kinds: [],
    });
  });

  it('refuses what different policies would decide on', () => {
    const { checks, allow } = verdictOn(({ policies, snapshot }) => {
      policies.unshift({
        ...policies[0],
        id: 'strict',
        match: { namespaces: ['bank'] },
      });
      snapshot.pairs.push({
        source: 'bank',
        target: newNamespace('prod-eu', 'bank-restore-1'),
        origins: [ownNamespace('prod-eu', 'bank')],
      });
    });
    expect(allow).toBe(false);
    expect(checks).toEqual([
      {
        id: 'policy',
        level: 'stop',
        message:
          'Different policies decide on these namespaces: default, strict',
        remedy: 'Ask for them in requests of their own',
      },
    ]);
  });

  it('refuses what a policy decides on only in part', () => {
    const { checks } = verdictOn(({ policies, snapshot }) => {
      policies[0].match = { namespaces: ['shop'] };
      snapshot.pairs.push({
        source: 'bank',
        target: newNamespace('prod-eu', 'bank-restore-1'),
        origins: [ownNamespace('prod-eu', 'bank')],
      });
    });
    expect(checks.map(({ message }) => message)).toEqual([
      'No policy lets this be restored',
    ]);
  });

  it('tells when it may start', () => {
    const verdict = verdictOn(({ policies }) => {
      policies[0].quietHours = [{ cron: '0 8 * * *', length: 6 * 3_600_000 }];
    });
    expect(verdict.notBefore).toBe('2026-11-29T14:00:00.000Z');
    expect(verdict.checks).toContainEqual({
      id: 'quiet-hours',
      level: 'warn',
      message: 'It starts after 2026-11-29T14:00:00.000Z',
    });
    expect(verdictOn()).not.toHaveProperty('notBefore');
  });
});
