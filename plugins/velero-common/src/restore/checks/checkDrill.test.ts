import { RestoreExample } from '../__testUtils__/restoreExample';
import { findingsOn, verdictOn } from '../__testUtils__/verdictOn';

type Change = (example: RestoreExample) => void;

/** A drill that nothing is in the way of. */
const drill: Change = ({ wish, snapshot }) => {
  wish.drill = true;
  wish.namespaces[0].target = 'shop-drill-0123abcd';
  snapshot.pairs[0].target.name = 'shop-drill-0123abcd';
  snapshot.mayRemoveDrills = true;
};

const ALLOWED = 'ok: The policy lets you have drills';
const NOTHING_RUNS =
  'warn: Nothing is restored that runs or reaches outside: it is not shown whether it works, and data that is written through pods does not come back';
const STAYS =
  "stop: The portal's account may not remove scratch namespaces in cluster 'prod-eu', so that they would stay → Have an administrator of the cluster apply the bundle deploy/rbac/drill";

describe('checkDrill', () => {
  it.each<[string, Change, string[]]>([
    ['no drill', () => {}, []],
    ['a drill', drill, [ALLOWED, NOTHING_RUNS]],
    [
      'a drill that the policy does not allow',
      example => {
        drill(example);
        example.policies[0].drills.allowed = false;
      },
      [
        'stop: The policy allows no drills → Ask an administrator of the portal',
        NOTHING_RUNS,
      ],
    ],
    [
      'a drill in which things may run',
      example => {
        drill(example);
        example.policies[0].drills.workloads = true;
      },
      [
        ALLOWED,
        'warn: What is restored runs until the drill is over: it may take work from queues, send mail, or take host names of production',
      ],
    ],
    [
      'a drill that would leave something behind',
      example => {
        drill(example);
        example.snapshot.mayRemoveDrills = false;
      },
      [ALLOWED, STAYS, NOTHING_RUNS],
    ],
    [
      'a drill of which it was not looked at what it leaves',
      example => {
        drill(example);
        delete example.snapshot.mayRemoveDrills;
      },
      [ALLOWED, STAYS, NOTHING_RUNS],
    ],
    [
      'a drill in a cluster that cannot be told from others',
      example => {
        drill(example);
        delete example.snapshot.cluster.identity;
      },
      [
        ALLOWED,
        "stop: It cannot be told whether cluster 'prod-eu' is the same one afterwards → Let the portal read its namespace kube-system, as deploy/rbac/read-only does",
        NOTHING_RUNS,
      ],
    ],
  ])('judges %s', (_name, change, expected) => {
    expect(findingsOn(change, 'drill')).toEqual(expected);
  });
});

describe('what a drill leaves', () => {
  const LEFT =
    'warn: Volumes and snapshots whose class says Retain stay when the scratch namespace is removed → Remove them yourself, or have a drill without volumes';

  it.each<[string, Change, boolean]>([
    ['there are none', () => {}, false],
    [
      'there are some',
      ({ snapshot }) => {
        snapshot.volumes = [
          { namespace: 'shop', claim: 'data', dataMoved: false },
        ];
      },
      true,
    ],
    [
      'nobody knows of them',
      ({ snapshot }) => {
        snapshot.volumes = undefined;
      },
      true,
    ],
    [
      'they are left out',
      ({ wish, snapshot }) => {
        wish.volumes = 'none';
        snapshot.volumes = undefined;
      },
      false,
    ],
  ])('is said of volumes when %s', (_name, change, expected) => {
    const findings = findingsOn(example => {
      drill(example);
      change(example);
    }, 'drill');
    expect(findings.includes(LEFT)).toBe(expected);
  });
});

describe('a drill', () => {
  it('restores what lies there and does nothing, without asking anybody', () => {
    const { allow, approvals, spec } = verdictOn(example => {
      drill(example);
      example.snapshot.contents.kinds!.push(
        { groupVersionKind: 'argoproj.io/v1alpha1/Application', count: 1 },
        { groupVersionKind: 'v1/Pod', count: 1 },
        { groupVersionKind: 'v1/PersistentVolumeClaim', count: 1 },
      );
    });
    expect({ allow, approvals }).toEqual({ allow: true, approvals: [] });
    expect(spec).toMatchObject({
      namespaceMapping: { shop: 'shop-drill-0123abcd' },
      includedResources: [
        'configmaps',
        'persistentvolumeclaims',
        'persistentvolumes',
        'volumesnapshotcontents.snapshot.storage.k8s.io',
      ],
      restorePVs: true,
      existingResourcePolicy: 'none',
    });
  });

  it('restores workloads where the policy lets it', () => {
    const { spec } = verdictOn(example => {
      drill(example);
      example.policies[0].drills.workloads = true;
    });
    expect(spec?.includedResources).toEqual(['configmaps', 'deployments.apps']);
  });

  it('tells of each kind that it leaves out', () => {
    expect(findingsOn(drill, 'kinds')).toEqual([
      'warn: 2 of deployments.apps are not restored: a drill runs nothing, and reaches nothing outside',
    ]);
  });

  it('needs new namespaces to be allowed to nobody', () => {
    const { allow } = verdictOn(example => {
      drill(example);
      example.policies[0].destinations = {};
    });
    expect(allow).toBe(true);
  });

  it.each<[string, Change]>([
    [
      'a namespace that is there',
      ({ snapshot }) => {
        snapshot.pairs[0].target.uid = 'there';
        snapshot.pairs[0].target.proven = true;
      },
    ],
    [
      'a namespace of another name',
      ({ snapshot }) => {
        snapshot.pairs[0].target.name = 'shop-restore-1';
      },
    ],
  ])('goes into no %s', (_name, change) => {
    const { allow } = verdictOn(example => {
      drill(example);
      change(example);
    });
    expect(allow).toBe(false);
  });

  it('of another cluster needs the same consent as a restore', () => {
    const { approvals } = verdictOn(example => {
      drill(example);
      example.snapshot.pairs[0].origins[0].cluster = 'prod-us';
    });
    expect(approvals).toEqual([{ from: ['platform'], count: 1 }]);
  });

  it('leaves volumes out where the policy lets nobody have them', () => {
    const { allow, spec } = verdictOn(example => {
      drill(example);
      example.policies[0].volumes = false;
    });
    expect({ allow, volumes: spec?.restorePVs }).toEqual({
      allow: true,
      volumes: false,
    });
  });

  it('says which claims stay empty', () => {
    const findings = findingsOn(example => {
      drill(example);
      example.snapshot.volumes = [
        {
          namespace: 'shop',
          claim: 'data',
          method: 'PodVolumeBackup',
          dataMoved: false,
        },
      ];
    }, 'volumes');
    expect(findings).toEqual([
      'warn: The data of claim shop/data is written through its pod, which the drill leaves out: it stays empty',
    ]);
  });

  it('is counted by what it is made of', () => {
    const findings = findingsOn(example => {
      drill(example);
      example.snapshot.usage.todayByNamespace = { 'shop-drill-0123abcd': 10 };
    }, 'limits');
    expect(findings).toEqual([
      'stop: There were 10 drills of the namespace in 24 hours; the policy allows 10 → Wait, or ask an administrator',
    ]);
  });
});
